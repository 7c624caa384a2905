package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.chat.SqlDeliveryStore;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlSubmittedWork;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.provider.SqlExperience;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobStore;
import app.photoplay.intake.DeskStore;
import app.photoplay.job.Kinds;
import app.photoplay.kind.film.Films;
import app.photoplay.media.video.VideoFitter;
import app.photoplay.operator.Health;
import app.photoplay.operator.Housekeeping;
import app.photoplay.operator.hook.Hooks;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything between the platforms and the models, module by module.
public final class Bot {
  private final Foundation foundation;
  private final EngineModule engine;
  private final CommandModule commands;
  private final ChatModule chat;
  private final Housekeeping housekeeping;
  private final Hooks hooks;

  /// Puts a bot together over an open database, which stays the caller's to close.
  public Bot(Settings settings, Adapters adapters, Database database, StorageLayout.Stores stores) {
    ArtifactStore files = stores.files();
    this.foundation =
        Foundation.of(
            database, files, new Wording(settings.language()), adapters.time(), adapters.around());
    Map<String, ChatPlatform> platforms = byName(adapters);
    StorageModule storage = new StorageModule(foundation, settings, stores.uploads());
    SqlExperience experience = foundation.experience();
    Kinds kinds =
        foundation.port(Kinds.class, KindModule.kinds(settings, adapters, files, experience));
    Films films = KindModule.films(settings, adapters, files, experience);
    Films.Desk desk =
        new Films.Desk(kinds, storage.reuse(), foundation.buttons(), foundation.wording());
    this.engine =
        new EngineModule(
            foundation,
            stores(foundation, settings, storage.reuse()),
            new EngineModule.Work(
                kinds,
                foundation.port(EngineSettings.class, KindModule.lanes(settings, adapters)),
                settings.limits(),
                settings.free(),
                films.shown(desk)::apply),
            storage.reuse(),
            foundation.port(
                Fitting.class,
                new FittedVideos(
                    adapters.ffmpeg().map(it -> new VideoFitter(it, settings.renderer().threads())),
                    files,
                    storage.reuse(),
                    WebModule.links(settings.web(), database, adapters.time()),
                    settings.bucket().linksLive(),
                    settings.storage().keep())),
            platforms);
    this.commands = new CommandModule(foundation, settings, adapters, engine, desk, platforms);
    this.chat = new ChatModule(foundation, platforms, commands.router(), commands.listed());
    this.housekeeping = storage.housekeeping(chat.quarantine(), experience);
    this.hooks =
        new Hooks(
            adapters.hooks(),
            WebModule.callbacks(settings.web(), database),
            engine::called,
            adapters.time());
  }

  /// In their order.
  private static Map<String, ChatPlatform> byName(Adapters adapters) {
    Map<String, ChatPlatform> byName = new LinkedHashMap<>();
    for (ChatPlatform adapter : adapters.platforms()) {
      ChatPlatform platform = adapters.around().port(ChatPlatform.class, adapter);
      byName.put(platform.name(), platform);
    }
    return Collections.unmodifiableMap(byName);
  }

  private static EngineModule.Stores stores(
      Foundation foundation, Settings settings, ReuseCache reuse) {
    Database database = foundation.database();
    return new EngineModule.Stores(
        foundation.port(
            JobStore.class, new SqlJobStore(database, settings.caps(), foundation.ids(), reuse)),
        new SqlJobReader(database),
        foundation.port(
            DeskStore.class, new SqlDeskStore(database, settings.caps(), foundation.ids())),
        foundation.port(DeliveryStore.class, new SqlDeliveryStore(database, foundation.ids())),
        new SqlSubmittedWork(
            database, new SqlUnresolvedSubmissions(database, settings.caps(), foundation.ids())));
  }

  /// Takes up what the previous run left, then opens the doors.
  public void start() {
    engine.start(chat::refresh, () -> {});
    chat.start();
    housekeeping.start();
    chat.open();
  }

  /// Takes nothing new, lets what is going on end for so long, and parks the rest on disk.
  public void stop(Duration grace) throws InterruptedException {
    housekeeping.stop();
    chat.closeDoors(grace.dividedBy(4));
    engine.stop(grace.dividedBy(2));
    chat.stopAnswers(grace.dividedBy(8));
    engine.courier().stop(grace.dividedBy(8));
    chat.closePlatforms();
    commands.stop();
  }

  /// What stops work right now, in plain sentences.
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    if (!foundation.database().writable()) {
      troubles.add("The database does not take writes. Is the disk full?");
    }
    if (!foundation.instance().trouble().isEmpty()) {
      troubles.add(foundation.instance().trouble());
    }
    if (!engine.healthy()) {
      troubles.add("The engine does not get its jobs from the database. See the log.");
    }
    chat.troubles().forEach(troubles::add);
    return troubles;
  }

  /// What providers say by themselves.
  public Hooks hooks() {
    return hooks;
  }

  /// What the operator should know though all works, in plain sentences.
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    try {
      chat.quarantine().kept().map(QuarantineStore.Kept::sentence).ifPresent(notes::add);
    } catch (DatabaseException e) {
      notes.add("It is not known whether updates were put aside: see the troubles.");
    }
    Optional.of(foundation.files().trouble()).filter(it -> !it.isEmpty()).ifPresent(notes::add);
    return notes;
  }

  Health.Report health() {
    return new Health.Report(troubles(), notes());
  }

  /// How many results and answers wait to be sent.
  public int waiting() {
    return chat.waiting();
  }
}
