package app.photoplay.provider.minimax;

import app.photoplay.config.Section;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.video.VideoModel;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MiniMax's models under the operator's accounts.
public final class MiniMax implements Provider {
  private static final String NAME = "minimax";
  private static final int SIMULTANEOUS = 4;

  private final RemoteSettings settings;
  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Fetcher fetcher;
  private final List<MiniMaxAccount> accounts;

  public MiniMax(RemoteSettings settings, Catalogue catalogue, Workshop workshop) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.fetcher = new Fetcher(settings, workshop.time());
    Http http = new Http(settings);
    this.accounts =
        settings.accounts().stream()
            .map(account -> new MiniMaxAccount(settings, http, workshop.remote(account)))
            .toList();
  }

  /// Reads `providers.minimax`.
  public static RemoteSettings settings(Section providers) {
    return RemoteSettings.read(
        providers.section(NAME), "MINIMAX_API_KEY", "https://api.minimax.io", SIMULTANEOUS);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<VideoModel> cameras() {
    List<VideoModel> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, Makes.CLIP)) {
      accounts.forEach(account -> models.add(camera(card, account)));
    }
    return models;
  }

  @Override
  public List<SpeechModel> voices() {
    List<SpeechModel> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, Makes.SPEECH)) {
      accounts.forEach(
          account -> models.add(new MiniMaxSpeechModel(card, account, workshop, fetcher)));
    }
    return models;
  }

  private VideoModel camera(ModelCard card, MiniMaxAccount account) {
    MiniMaxVideos videos = new MiniMaxVideos(card, account, workshop, fetcher);
    return card.more("api").orElse("1").equals("2") ? new H3Model(videos) : new HailuoModel(videos);
  }

  @Override
  public Optional<Hook> hook() {
    return Optional.of((_, body) -> MiniMaxCallback.read(body));
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (MiniMaxAccount account : accounts) {
      looks.add(account.remote().look("MiniMax at " + server(), () -> look(account)));
    }
    return looks;
  }

  /// Each of its regions has keys of its own.
  private String server() {
    return settings.baseUrl().getHost();
  }

  private static Look look(MiniMaxAccount account) throws IOException {
    account.post(
        "/v1/get_voice", JsonNodeFactory.instance.objectNode().put("voice_type", "system"));
    return new Look(
        account.remote().account().name(),
        true,
        "MiniMax takes this key; it does not say how much credit is left.");
  }
}
