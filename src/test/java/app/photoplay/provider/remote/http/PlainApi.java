package app.photoplay.provider.remote.http;

import app.photoplay.config.Secret;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says yes to everything, and otherwise what a test wants.
final class PlainApi extends FakeApi {
  @Override
  protected Step step(String method, String path) {
    return method.equals("POST") ? Step.ORDER : Step.OTHER;
  }

  @Override
  protected Answer usual(Call call) {
    return Answer.json(200, "{\"id\":7}");
  }

  /// Settings of an account there.
  RemoteSettings settings(Optional<URI> proxy, String... hosts) {
    return settings(address(), proxy, hosts);
  }

  static RemoteSettings settings(URI base, Optional<URI> proxy, String... hosts) {
    Account account = new Account("fal", "", new Secret("key-of-the-operator"), 2);
    return new RemoteSettings("fal", base, Set.of(hosts), proxy, List.of(account));
  }
}
