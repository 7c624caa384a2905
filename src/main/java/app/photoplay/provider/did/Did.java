package app.photoplay.provider.did;

import app.photoplay.config.Section;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.talk.TalkingModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The models of D-ID under the operator's accounts.
public final class Did implements Provider {
  static final String NAME = "d-id";
  private static final int SIMULTANEOUS = 2;

  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Fetcher fetcher;
  private final List<DidAccount> accounts;

  public Did(RemoteSettings settings, Catalogue catalogue, Workshop workshop) {
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.fetcher = new Fetcher(settings, workshop.time());
    Http http = new Http(settings);
    this.accounts =
        settings.accounts().stream()
            .map(account -> new DidAccount(settings.baseUrl(), http, workshop.remote(account)))
            .toList();
  }

  /// Reads `providers.d-id`.
  public static RemoteSettings settings(Section providers) {
    return RemoteSettings.read(
        providers.section(NAME), "D_ID_API_KEY", "https://api.d-id.com", SIMULTANEOUS);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TalkingModel> renderers() {
    List<TalkingModel> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, Makes.TALK)) {
      accounts.forEach(it -> models.add(new DidTalkingModel(card, it, fetcher, workshop)));
    }
    return models;
  }

  @Override
  public Optional<Hook> hook() {
    return Optional.of(Hook.unsigned("/id"));
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (DidAccount account : accounts) {
      Result<JsonNode> seen =
          account.remote().result(() -> new Result.Ready<>(account.get("/credits")));
      looks.add(look(account.remote().account().name(), seen));
    }
    return looks;
  }

  private static Look look(String account, Result<JsonNode> seen) {
    return switch (seen) {
      case Result.Ready(var credits) -> {
        long left = credits.path("remaining").asLong();
        yield new Look(account, left > 0, "D-ID has " + left + " credits left.");
      }
      case Result.Refused<JsonNode> _ -> new Look(account, false, "D-ID refuses this key.");
      default -> new Look(account, false, "D-ID cannot be asked right now.");
    };
  }
}
