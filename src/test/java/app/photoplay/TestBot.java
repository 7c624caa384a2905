package app.photoplay;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.Bot;
import app.photoplay.assembly.PaidProviders;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.assembly.Settings;
import app.photoplay.assembly.StorageLayout;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseSettings;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.intake.JobDesk;
import app.photoplay.kind.talk.Preflight;
import app.photoplay.kind.talk.TalkSettings;
import app.photoplay.media.Quality;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.operator.LogSettings;
import app.photoplay.operator.OperatorSettings;
import app.photoplay.provider.Preferences;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.local.RendererSettings;
import app.photoplay.provider.local.scene.LocalImageModel;
import app.photoplay.provider.local.scene.LocalTextModel;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.server.ServerSettings;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.StorageSettings;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseSettings;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ScriptedStudio;
import app.photoplay.testkit.ScriptedVoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.event.Level;

/// The real bot on a real database, with scripted models and any platforms. Open it again on the
/// same folder to see what a restart does.
public final class TestBot {
  final Database database;
  public final ScriptedVoice voice;
  public final ScriptedRenderer renderer;
  final Bot bot;

  /// Platforms that keep what they know in the bot's own database and files.
  public interface Platforms {
    List<ChatPlatform> on(Database database, ArtifactStore files);
  }

  /// Who is asked before this machine, and paid.
  record Studios(List<ScriptedStudio> all) {
    List<TalkingModel> with(TalkingModel own) {
      return Stream.concat(all.stream().map(ScriptedStudio::talking), Stream.of(own)).toList();
    }

    List<VideoModel> with(VideoModel own) {
      return Stream.concat(all.stream().map(ScriptedStudio::filming), Stream.of(own)).toList();
    }
  }

  TestBot(
      Path data, List<ChatPlatform> platforms, Map<String, Money> prices, PortDecorator around) {
    this(data, platforms, prices, around, InstantSource.system());
  }

  TestBot(
      Path data,
      List<ChatPlatform> platforms,
      Map<String, Money> prices,
      PortDecorator around,
      InstantSource time) {
    this(data, platforms, prices, around, time, CAPS);
  }

  TestBot(
      Path data,
      List<ChatPlatform> platforms,
      Map<String, Money> prices,
      PortDecorator around,
      InstantSource time,
      Caps caps) {
    this(data, scratch(data), NewDatabase.in(data), given(platforms), prices, around, time, caps);
  }

  public TestBot(
      Path data,
      Platforms platforms,
      Map<String, Money> prices,
      PortDecorator around,
      InstantSource time) {
    this(data, scratch(data), NewDatabase.in(data), platforms, prices, around, time, CAPS);
  }

  /// A bot on a database and a data folder that several share.
  TestBot(Path data, PostgresSettings server, List<ChatPlatform> platforms) {
    this(
        data,
        scratch(data).resolve(UUID.randomUUID().toString()),
        Databases.open(server),
        given(platforms),
        PRICED,
        PortDecorator.NOTHING,
        InstantSource.system(),
        CAPS);
  }

  /// A bot on a database that several share, with files of its own or shared ones.
  TestBot(Path data, PostgresSettings server, List<ChatPlatform> platforms, Kept kept) {
    this(
        data,
        scratch(data).resolve(UUID.randomUUID().toString()),
        Databases.open(server),
        given(platforms),
        PRICED,
        PortDecorator.NOTHING,
        InstantSource.system(),
        CAPS,
        kept);
  }

  /// Where files are kept.
  interface Kept {
    StorageLayout.Stores in(Path data, Path work);
  }

  private static StorageLayout.Stores onDisk(Path data, Path work) {
    return StorageLayout.Stores.local(
        new LocalArtifactStore(data.resolve("files"), work, InstantSource.system()), data);
  }

  private static Platforms given(List<ChatPlatform> platforms) {
    return (_, _) -> platforms;
  }

  private static Path scratch(Path data) {
    return data.resolve("files").resolve("scratch");
  }

  private TestBot(
      Path data,
      Path work,
      Database opened,
      Platforms platforms,
      Map<String, Money> prices,
      PortDecorator around,
      InstantSource time,
      Caps caps) {
    this(data, work, opened, platforms, prices, around, time, caps, TestBot::onDisk);
  }

  private TestBot(
      Path data,
      Path work,
      Database opened,
      Platforms platforms,
      Map<String, Money> prices,
      PortDecorator around,
      InstantSource time,
      Caps caps,
      Kept kept) {
    database = opened;
    StorageLayout.Stores stores = kept.in(data, work);
    ArtifactStore files = around.port(ArtifactStore.class, stores.files());
    Studios studios = around.port(Studios.class, new Studios(List.of()));
    voice = new ScriptedVoice(work);
    renderer = new ScriptedRenderer(work);
    bot =
        new Bot(
            settings(
                data,
                around.port(PriceBook.class, PriceBook.perSecond(prices)),
                Quality.STANDARD,
                caps),
            around.port(
                Adapters.class,
                new Adapters(
                    platforms.on(database, files),
                    new Pictures(),
                    List.of(around.port(SpeechModel.class, voice)),
                    studios.with(around.port(TalkingModel.class, renderer.talking())),
                    studios.with(around.port(VideoModel.class, renderer.filming())),
                    List.of(new LocalTextModel()),
                    List.of(new LocalImageModel(work)),
                    new Health(time),
                    Map.of(),
                    Preferences.NONE,
                    Optional.of(new Ffmpeg(null, "", Path.of("target", "ffmpeg"))),
                    time,
                    remembering(around))),
            database,
            new StorageLayout.Stores(files, stores.uploads(), stores.closing()));
  }

  private static PortDecorator remembering(PortDecorator around) {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return type.equals(Preflight.class) ? type.cast(LOOKED) : around.port(type, real);
      }
    };
  }

  /// What a photo shows is the same to all bots and in all their lives, and to look for its face
  /// takes longer than whatever else a scripted bot does.
  private static final Preflight LOOKED =
      new Preflight(
          new Pictures(),
          new FaceFinder(),
          Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon(true).factory()));

  /// What one person and all together may spend in a day.
  static final Caps CAPS =
      new Caps(
          new Money(2_000_000), new Money(10_000_000), new Money(50_000_000), ZoneId.of("UTC"));

  /// Nothing costs anything.
  static final Map<String, Money> FREE =
      Map.of(
          "local.speech", Money.ZERO,
          "local.talk-economy", Money.ZERO,
          "local.talk-standard", Money.ZERO,
          "local.talk-premium", Money.ZERO,
          "local.clip-economy", Money.ZERO,
          "local.clip-standard", Money.ZERO,
          "local.clip-premium", Money.ZERO);

  /// Prices a second: speech 1 cent, talks 5, 10 and 20 cents, clips 2, 4 and 6.
  public static final Map<String, Money> PRICED =
      Map.of(
          "local.speech", new Money(10_000),
          "local.talk-economy", new Money(50_000),
          "local.talk-standard", new Money(100_000),
          "local.talk-premium", new Money(200_000),
          "local.clip-economy", new Money(20_000),
          "local.clip-standard", new Money(40_000),
          "local.clip-premium", new Money(60_000));

  static Settings settings(Path data, Map<String, Money> prices) {
    return settings(data, prices, Quality.STANDARD, CAPS);
  }

  static Settings settings(Path data, Map<String, Money> prices, Quality quality, Caps caps) {
    return settings(data, PriceBook.perSecond(prices), quality, caps);
  }

  private static Settings settings(Path data, PriceBook prices, Quality quality, Caps caps) {
    return new Settings(
        data,
        "en",
        new DatabaseSettings(Optional.empty(), "", 10, Optional.empty()),
        ServerSettings.ANYWHERE,
        new WebSettings(
            data.resolve("uploads"),
            "",
            "en",
            WebSettings.Visitors.UNLIMITED,
            new WebSettings.Links(
                Optional.of(URI.create("https://photo.example.org")), Duration.ofDays(7))),
        Optional.empty(),
        Optional.empty(),
        caps,
        prices,
        PaidProviders.NONE,
        new RendererSettings(Optional.empty(), 1, 1, quality),
        new TalkSettings(60),
        new StorageSettings(Duration.ofDays(30), 5L << 30),
        new BucketSettings(
            new BucketSettings.Store.Local(), "", "", 2_000_000_000, Duration.ofDays(1)),
        new ReuseSettings(Duration.ofDays(30), 1000),
        new JobDesk.Limits(10, 1000),
        new OperatorSettings(List.of("telegram:1")),
        new LogSettings(LogSettings.Format.PLAIN, Level.WARN));
  }

  public TestBot start() {
    bot.start();
    return this;
  }

  /// Stops it as SIGTERM would.
  public void stop() throws InterruptedException {
    bot.stop(Duration.ofSeconds(4));
    database.close();
  }

  /// Ends the threads of a bot that was halted and frees its folder; it does nothing any more.
  public void bury() throws InterruptedException {
    bot.stop(Duration.ZERO);
    database.close();
  }
}
