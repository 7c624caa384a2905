package app.photoplay.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/// A range of addresses.
///
/// @param prefix whose first `bits` count; an IPv4 address has 4 bytes, an IPv6 address 16
public record Network(InetAddress prefix, int bits) {
  private static final int HOUSEHOLD_BITS = 64;

  public Network {
    int longest = prefix.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > longest) {
      throw new IllegalArgumentException("a prefix has 0 to " + longest + " bits");
    }
  }

  /// Reads `10.0.0.0/8`, or one address.
  ///
  /// @throws IllegalArgumentException when it is neither; no name is ever looked up
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress prefix = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int longest = prefix.getAddress().length * Byte.SIZE;
    return new Network(prefix, slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1)));
  }

  /// What counts as one client: an IPv4 address, or the 64 bits of an IPv6 address that a household
  /// gets; every computer there has endlessly many addresses.
  public static String of(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, HOUSEHOLD_BITS / Byte.SIZE, bytes.length, (byte) 0);
    return InetAddress.ofLiteral(text(bytes)).getHostAddress() + "/" + HOUSEHOLD_BITS;
  }

  /// The same for an address as text; the text itself when it is none.
  public static String of(String address) {
    String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    try {
      return of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException none) {
      return address;
    }
  }

  boolean contains(InetAddress address) {
    byte[] own = prefix.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] address) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < address.length; i += 2) {
      text.append(i == 0 ? "" : ":")
          .append(Integer.toHexString(((address[i] & 0xff) << 8) | (address[i + 1] & 0xff)));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return prefix.getHostAddress() + "/" + bits;
  }
}
