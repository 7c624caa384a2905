package app.photoplay.server;

import app.photoplay.config.Kind;
import app.photoplay.config.Values;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of machines, as settings state them.
final class Hosts {
  private static final Pattern HOST =
      Pattern.compile("(?!-)[A-Za-z0-9.-]{1,253}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

  static final Kind<String> NAME =
      Kind.of("a host name or an address such as 127.0.0.1", Hosts::name);

  static final Kind<List<String>> NAMES =
      Values.list(
          "a list of host names such as [photo.example.org]",
          text -> name(text.toLowerCase(Locale.ROOT)));

  static final Kind<List<Network>> NETWORKS =
      Values.list(
          "a list of addresses or networks such as [127.0.0.1, 10.0.0.0/8]", Hosts::network);

  private Hosts() {}

  private static Optional<String> name(String text) {
    return Optional.of(text).filter(it -> HOST.matcher(it).matches());
  }

  private static Optional<Network> network(String text) {
    try {
      return Optional.of(Network.parse(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// Whether a host can be reached from this machine alone. Names other than `localhost` are not
  /// looked up: they count as public.
  static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
