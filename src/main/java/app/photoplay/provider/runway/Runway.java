package app.photoplay.provider.runway;

import app.photoplay.config.Section;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Provider;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.speech.CardVoices;
import app.photoplay.provider.remote.speech.ReceivedSpeech;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.video.VideoModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Runway's models under the operator's accounts.
public final class Runway implements Provider {
  private static final String NAME = "runway";
  private static final int SIMULTANEOUS = 4;

  private final RemoteSettings settings;
  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Fetcher fetcher;
  private final List<RunwayAccount> accounts;

  public Runway(RemoteSettings settings, Catalogue catalogue, Workshop workshop) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.fetcher = new Fetcher(settings, workshop.time());
    Http http = new Http(settings);
    this.accounts =
        settings.accounts().stream()
            .map(account -> new RunwayAccount(settings, http, workshop.remote(account)))
            .toList();
  }

  /// Reads `providers.runway`.
  public static RemoteSettings settings(Section providers) {
    return RemoteSettings.read(
        providers.section(NAME), "RUNWAY_API_KEY", "https://api.dev.runwayml.com", SIMULTANEOUS);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<TalkingModel> renderers() {
    return models(
        Makes.TALK,
        (card, tasks) -> new RunwayTalkingModel(card, tasks, new RunwayAvatars(tasks.account())));
  }

  @Override
  public List<VideoModel> cameras() {
    return models(Makes.CLIP, RunwayVideoModel::new);
  }

  @Override
  public List<SpeechModel> voices() {
    return models(
        Makes.SPEECH,
        (card, tasks) ->
            new RunwaySpeechModel(
                card, tasks, CardVoices.of(card), new ReceivedSpeech(workshop.scratch())));
  }

  private <M> List<M> models(Makes makes, BiFunction<ModelCard, RunwayTask, M> model) {
    List<M> models = new ArrayList<>();
    for (ModelCard card : catalogue.of(NAME, makes)) {
      for (RunwayAccount account : accounts) {
        RunwayTask tasks = new RunwayTask(account, fetcher, workshop, card.deadline());
        models.add(model.apply(card, tasks));
      }
    }
    return models;
  }

  @Override
  public List<Look> look() throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (RunwayAccount account : accounts) {
      String name = account.remote().account().name();
      looks.add(account.remote().look("Runway", () -> look(name, account.get("/v1/organization"))));
    }
    return looks;
  }

  private Look look(String account, JsonNode organization) {
    JsonNode models = organization.path("tier").path("models");
    JsonNode used = organization.path("usage").path("models");
    List<String> ids =
        catalogue.cards().stream()
            .filter(card -> card.provider().equals(NAME))
            .map(ModelCard::id)
            .distinct()
            .sorted()
            .toList();
    double dollars = RunwayAccount.money(organization.path("creditBalance")).microUsd() / 1e6;
    String said =
        String.format(Locale.ROOT, "Runway has %.2f USD of credit left", dollars)
            + named("does not offer", ids, id -> !models.isEmpty() && !models.has(id))
            + named("makes no more today with", ids, id -> isUsedUp(models.path(id), used.path(id)))
            + ".";
    return new Look(account, dollars > 0, said);
  }

  private static boolean isUsedUp(JsonNode model, JsonNode used) {
    JsonNode most = model.path("maxDailyGenerations");
    return most.isNumber() && used.path("dailyGenerations").asInt() >= most.asInt();
  }

  private static String named(String what, List<String> ids, Predicate<String> which) {
    List<String> named = ids.stream().filter(which).toList();
    return named.isEmpty() ? "" : ", " + what + " " + String.join(", ", named);
  }
}
