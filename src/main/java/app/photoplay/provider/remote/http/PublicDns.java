package app.photoplay.provider.remote.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import okhttp3.Dns;

/// Looks names up and answers only with addresses that everybody on the Internet reaches, so that
/// nobody is led into a private network; the connection then goes to just these addresses, so the
/// name cannot mean another one meanwhile.
final class PublicDns implements Dns {
  private final Dns names;
  private final Set<String> trusted;

  /// @param names that knows all names
  /// @param trusted names that may lie anywhere
  PublicDns(Dns names, Set<String> trusted) {
    this.names = names;
    this.trusted = Set.copyOf(trusted);
  }

  /// A name that leads to where nobody is to be led.
  static final class PrivateName extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private PrivateName(String name) {
      super(name + " lies in a private network");
    }
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> found = names.lookup(hostname);
    if (!trusted.contains(hostname)) {
      for (InetAddress address : found) {
        if (!isPublic(address)) {
          throw new PrivateName(hostname);
        }
      }
    }
    return found;
  }

  /// By the registries of special addresses of IANA (RFC 6890).
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6((Inet6Address) address);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    int third = bytes[2] & 0xFF;
    return switch (first) {
      case 0, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 192 -> !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /// Only 2000::/3 is given out; within it not what carries an IPv4 address or is documentation.
  private static boolean isPublic6(Inet6Address address) {
    byte[] bytes = address.getAddress();
    int start = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    int next = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    boolean given = start >>> 13 == 1;
    boolean carrying = start == 0x2002 || (start == 0x2001 && next == 0);
    return given && !carrying && !(start == 0x2001 && next == 0xDB8);
  }
}
