package app.photoplay.provider.openai;

import app.photoplay.config.Secret;
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
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.VideoModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The models of OpenRouter, or of OpenAI and servers like it, under the operator's accounts: which
/// of the two is what the settings are named.
public final class OpenAi implements Provider {
  static final String OPENROUTER = "openrouter";
  static final String OPENAI = "openai";
  private static final int SIMULTANEOUS = 4;
  private static final int SHORTEST_SECRET = 8;

  private final RemoteSettings settings;
  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Fetcher fetcher;
  private final List<OpenAiAccount> accounts;
  private final Optional<Secret> signing;

  /// One that signs no call.
  public OpenAi(RemoteSettings settings, Catalogue catalogue, Workshop workshop) {
    this(settings, Optional.empty(), catalogue, workshop);
  }

  /// @param signing the secret that its calls are signed with, when the operator has set one
  public OpenAi(
      RemoteSettings settings, Optional<Secret> signing, Catalogue catalogue, Workshop workshop) {
    this.settings = settings;
    this.signing = signing;
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.fetcher = new Fetcher(settings, workshop.time());
    Http http = new Http(settings);
    this.accounts =
        settings.accounts().stream()
            .map(it -> new OpenAiAccount(settings, http, workshop.remote(it)))
            .toList();
  }

  /// Reads `providers.openrouter`.
  public static RemoteSettings openRouter(Section providers) {
    return RemoteSettings.read(
        providers.section(OPENROUTER),
        "OPENROUTER_API_KEY",
        "https://openrouter.ai/api/v1",
        SIMULTANEOUS);
  }

  /// Reads `providers.openrouter.webhook-secret`.
  public static Optional<Secret> signing(Section providers) {
    return providers
        .section(OPENROUTER)
        .secret(
            "webhook-secret",
            Optional.of("OPENROUTER_WEBHOOK_SECRET"),
            text -> text.length() >= SHORTEST_SECRET,
            "is no secret: it has at least %d characters".formatted(SHORTEST_SECRET));
  }

  /// Reads `providers.openai`.
  public static RemoteSettings openAi(Section providers) {
    return RemoteSettings.read(
        providers.section(OPENAI), "OPENAI_API_KEY", "https://api.openai.com/v1", SIMULTANEOUS);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<TextModel> writers() {
    return models(Makes.TEXT, (account, card) -> new ChatModel(account, card, workshop));
  }

  @Override
  public List<SpeechModel> voices() {
    return models(Makes.SPEECH, (account, card) -> new VoiceModel(account, card, workshop));
  }

  /// Only OpenRouter films: OpenAI has given its shots up.
  @Override
  public List<VideoModel> cameras() {
    return name().equals(OPENROUTER)
        ? models(Makes.CLIP, (account, card) -> new ShotModel(account, card, workshop, fetcher))
        : List.of();
  }

  /// Only OpenRouter calls, for shots.
  @Override
  public Optional<Hook> hook() {
    return Optional.of(new OpenRouterHook(signing, workshop.time()))
        .filter(_ -> name().equals(OPENROUTER))
        .map(it -> it);
  }

  private <M> List<M> models(Makes makes, BiFunction<OpenAiAccount, ModelCard, M> model) {
    List<M> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(name(), makes)) {
      accounts.forEach(account -> models.add(model.apply(account, card)));
    }
    return models;
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<ModelCard> cards =
        catalogue.cards().stream().filter(it -> it.provider().equals(name())).toList();
    List<Look> looks = new ArrayList<>();
    for (OpenAiAccount account : accounts) {
      Result<Look> seen =
          account.remote().result(() -> new Result.Ready<>(new AccountLook(account, cards).look()));
      looks.add(seen instanceof Result.Ready(Look look) ? look : unseen(account, seen));
    }
    return looks;
  }

  private static Look unseen(OpenAiAccount account, Result<Look> seen) {
    String what =
        seen instanceof Result.Refused<Look>
            ? account.label() + " refuses this key."
            : account.label() + " cannot be asked right now.";
    return new Look(account.remote().account().name(), false, what);
  }
}
