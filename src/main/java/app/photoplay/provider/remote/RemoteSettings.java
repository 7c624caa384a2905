package app.photoplay.provider.remote;

import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be set of every provider that is reached over a network.
///
/// @param name as in the settings' `providers.<name>`
/// @param baseUrl where its API answers, without a slash at the end
/// @param hosts further servers, such as `cdn.example.org:8443`, that may be asked for results;
///   they may lie in a private network and answer without encryption
/// @param proxy through which everything of it goes
/// @param accounts empty = the provider is switched off
public record RemoteSettings(
    String name, URI baseUrl, Set<String> hosts, Optional<URI> proxy, List<Account> accounts) {

  private static final Kind<List<String>> HOSTS =
      Values.list(
          "names of servers with commas between them",
          text -> Optional.of(text).filter(it -> it.matches("[A-Za-z0-9.:\\[\\]-]+")));

  private static final Kind<Optional<URI>> PROXY =
      Kind.of(
          "an address such as http://proxy:3128 or socks://proxy:1080, or nothing",
          RemoteSettings::proxy);

  /// Reads a provider's section.
  ///
  /// @param variable of the environment that holds its key, such as `FAL_KEY`
  /// @param baseUrl where it answers when nothing else is stated
  /// @param simultaneous works at a time for each account, when nothing else is stated
  public static RemoteSettings read(
      Section provider, String variable, String baseUrl, int simultaneous) {
    return read(provider, List.of(variable), baseUrl, simultaneous);
  }

  /// The same of one whose key has several names.
  ///
  /// @param variables the first that is set counts
  public static RemoteSettings read(
      Section provider, List<String> variables, String baseUrl, int simultaneous) {
    return new RemoteSettings(
        provider.name(),
        provider.value("base-url", baseUrl, Values.SERVER),
        provider.value("hosts", "", HOSTS).stream().collect(Collectors.toUnmodifiableSet()),
        provider.value("proxy", "", PROXY),
        Account.read(provider, variables, simultaneous));
  }

  private static Optional<Optional<URI>> proxy(String text) {
    if (text.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    try {
      URI uri = URI.create(text);
      boolean good =
          List.of("http", "socks").contains(String.valueOf(uri.getScheme()))
              && uri.getHost() != null
              && uri.getPort() > 0;
      return good ? Optional.of(Optional.of(uri)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
