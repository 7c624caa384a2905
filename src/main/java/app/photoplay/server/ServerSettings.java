package app.photoplay.server;

import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /// The address at which people elsewhere reach the server; an empty text means that they cannot.
  public static final Kind<Optional<URI>> PUBLIC_URL =
      new Kind<>(
          "an address such as https://photo.example.org, or nothing",
          (text, base) ->
              text.isEmpty()
                  ? Optional.of(Optional.empty())
                  : Values.SERVER.reading().read(text, base).stream()
                      .map(Optional::of)
                      .findFirst());

  public ServerSettings {
    allowedHosts =
        allowedHosts.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    trustedProxies = List.copyOf(trustedProxies);
  }

  /// Reads where it listens from the section `web`.
  public static ServerSettings read(Section web) {
    String host = web.value("host", "127.0.0.1", Hosts.NAME);
    int port = web.value("port", "8080", Values.whole(0, 65535));
    Set<String> hosts = new HashSet<>(web.value("allowed-hosts", "", Hosts.NAMES));
    web.value("public-url", "", PUBLIC_URL)
        .filter(_ -> Hosts.isLoopback(host) || !hosts.isEmpty())
        .ifPresent(it -> hosts.add(it.getHost().toLowerCase(Locale.ROOT)));
    if (Hosts.isLoopback(host) || !hosts.isEmpty()) {
      // A foreign page cannot use these: it would have to come under its own name.
      hosts.addAll(LOOPBACK);
    }
    return new ServerSettings(host, port, hosts, web.value("trusted-proxies", "", Hosts.NETWORKS));
  }

  /// Whether only programs on this machine can reach it.
  public boolean loopback() {
    return Hosts.isLoopback(host);
  }

  /// Whether people elsewhere are meant to reach it, if only through a proxy on this machine.
  public boolean open() {
    return !loopback() || !LOOPBACK.containsAll(allowedHosts);
  }
}
