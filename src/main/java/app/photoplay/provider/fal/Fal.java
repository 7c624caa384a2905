package app.photoplay.provider.fal;

import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.video.VideoModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Request;

/// The models of fal.ai under the operator's accounts.
public final class Fal implements Provider {
  static final String NAME = "fal";
  private static final int SIMULTANEOUS = 2;
  private static final Duration KEYS = Duration.ofSeconds(10);

  private final Settings settings;
  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Http http;
  private final Fetcher fetcher;

  public Fal(Settings settings, Catalogue catalogue, Workshop workshop) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.http = new Http(settings.remote());
    this.fetcher = new Fetcher(settings.remote(), workshop.time());
  }

  /// What can be set of it.
  ///
  /// @param uploadUrl where files are brought to
  public record Settings(RemoteSettings remote, URI uploadUrl) {}

  /// Reads `providers.fal`.
  public static Settings settings(Section providers) {
    Section section = providers.section(NAME);
    return new Settings(
        RemoteSettings.read(section, "FAL_KEY", "https://queue.fal.run", SIMULTANEOUS),
        section.value("upload-url", "https://rest.fal.ai", Values.SERVER));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TalkingModel> renderers() {
    return models(Makes.TALK, FalTalkingModel::new);
  }

  @Override
  public List<VideoModel> cameras() {
    return models(Makes.CLIP, FalVideoModel::new);
  }

  @Override
  public List<SpeechModel> voices() {
    return models(Makes.SPEECH, FalSpeechModel::new);
  }

  private <M> List<M> models(Makes makes, Function<FalEndpoint, M> model) {
    List<M> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, makes)) {
      for (Account account : settings.remote().accounts()) {
        models.add(model.apply(endpoint(card, account)));
      }
    }
    return models;
  }

  private FalEndpoint endpoint(ModelCard card, Account account) {
    FalQueue queue = queue(account);
    FalStorage storage = new FalStorage(settings, http, queue.remote());
    return new FalEndpoint(card, account, queue, storage, workshop);
  }

  private FalQueue queue(Account account) {
    return new FalQueue(
        settings.remote().baseUrl(), http, fetcher, workshop.remote(account), workshop.callbacks());
  }

  /// Signed with keys that fal publishes.
  @Override
  public Optional<Hook> hook() {
    FalSignature signature = new FalSignature(this::keys, workshop.time());
    return Optional.of((headers, body) ->
        signature.isGood(headers, body) ? Hook.work(body, "/request_id") : new Hook.Call.Forged());
  }

  private JsonNode keys() throws IOException {
    Request request =
        new Request.Builder().url(settings.uploadUrl() + "/.well-known/jwks.json").build();
    Reply reply = http.ask(request, KEYS);
    if (!reply.ok()) {
      throw new IOException("no keys: " + reply.status());
    }
    return reply.object();
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (Account account : settings.remote().accounts()) {
      looks.add(look(account.name(), queue(account).knowsKey()));
    }
    return looks;
  }

  private static Look look(String account, Result<Boolean> known) {
    return switch (known) {
      case Result.Ready(Boolean good) when good ->
          new Look(account, true, "fal takes this key; it does not tell how much credit is left.");
      case Result.Ready<Boolean> _ -> new Look(account, false, "fal refuses this key.");
      case Result.Refused<Boolean> _ -> new Look(account, false, "fal refuses this key.");
      default -> new Look(account, false, "fal cannot be asked right now.");
    };
  }
}
