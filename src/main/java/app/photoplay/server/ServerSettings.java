package app.photoplay.server;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the server listens and to whom it answers.
///
/// @param port 0 lets the system choose
/// @param allowedHosts names that a request may be addressed to, without a port, empty for any;
///   [#LOOPBACK] keeps foreign pages from reaching a local server through DNS
/// @param trustedProxies whose `X-Forwarded-For` is believed
public record ServerSettings(
    String host, int port, Set<String> allowedHosts, List<Network> trustedProxies) {

  /// How a browser on the same machine addresses the server.
  public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Any port of this machine, for this machine alone.
  public static final ServerSettings ANYWHERE =
      new ServerSettings("127.0.0.1", 0, LOOPBACK, List.of());

  public ServerSettings {
    allowedHosts =
        allowedHosts.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    trustedProxies = List.copyOf(trustedProxies);
  }
}
