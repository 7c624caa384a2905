package app.photoplay.provider.elevenlabs;

import app.photoplay.config.Section;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.speech.SpeechModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The models of ElevenLabs under the operator's accounts.
public final class ElevenLabs implements Provider {
  static final String NAME = "elevenlabs";
  private static final int SIMULTANEOUS = 2;

  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Fetcher fetcher;
  private final List<ElevenAccount> accounts;

  public ElevenLabs(RemoteSettings settings, Catalogue catalogue, Workshop workshop) {
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.fetcher = new Fetcher(settings, workshop.time());
    Http http = new Http(settings);
    this.accounts =
        settings.accounts().stream()
            .map(it -> new ElevenAccount(settings.baseUrl(), http, workshop.remote(it)))
            .toList();
  }

  /// Reads `providers.elevenlabs`.
  public static RemoteSettings settings(Section providers) {
    return RemoteSettings.read(
        providers.section(NAME), "ELEVENLABS_API_KEY", "https://api.elevenlabs.io", SIMULTANEOUS);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<SpeechModel> voices() {
    List<SpeechModel> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, Makes.SPEECH)) {
      accounts.forEach(it -> models.add(new ElevenSpeechModel(card, it, fetcher, workshop)));
    }
    return models;
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (ElevenAccount account : accounts) {
      Result<JsonNode> seen =
          account.remote().result(() -> new Result.Ready<>(account.get("/v1/user/subscription")));
      looks.add(look(account.remote().account().name(), seen));
    }
    return looks;
  }

  private static Look look(String account, Result<JsonNode> seen) {
    return switch (seen) {
      case Result.Ready(var plan) -> {
        long left = plan.path("character_limit").asLong() - plan.path("character_count").asLong();
        yield new Look(account, left > 0, "ElevenLabs has " + left + " characters left.");
      }
      case Result.Refused<JsonNode> _ -> new Look(account, false, "ElevenLabs refuses this key.");
      default -> new Look(account, false, "ElevenLabs cannot be asked right now.");
    };
  }
}
