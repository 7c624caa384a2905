package app.photoplay;

import app.photoplay.budget.Caps;
import app.photoplay.budget.PriceBook;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.chat.terminal.TerminalChat;
import app.photoplay.chat.web.WebChat;
import app.photoplay.cli.ClipArguments;
import app.photoplay.cli.Photoplay;
import app.photoplay.cli.RunOptions;
import app.photoplay.cli.TalkArguments;
import app.photoplay.config.Config;
import app.photoplay.config.ConfigResult;
import app.photoplay.database.Database;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.HeifReader;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.LocalTalkingModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.server.WebServer;
import app.photoplay.storage.local.LocalArtifactStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The composition root: reads the configuration, chooses the adapters, and runs what the shell
/// asks for.
final class App implements Photoplay {
  private static final Logger log = LoggerFactory.getLogger(App.class);
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int MENDABLE = 2;
  private static final Duration GRACE = Duration.ofSeconds(18);
  private static final String DEMO_WORDS =
      "Hello! I was a photo a moment ago. Send me yours, write a few words, and it will speak them.";

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  App(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public int serve(RunOptions options) {
    return configured(options, config -> serve(config, options.terminal()));
  }

  @Override
  public int talk(TalkArguments options) {
    return configured(options.run(), config -> talk(config, options));
  }

  @Override
  public int clip(ClipArguments options) {
    return configured(options.run(), config -> clip(config, options));
  }

  @Override
  public int demo(RunOptions options) {
    Path target = options.home().resolve("demo").resolve("talking-photo.mp4");
    return talk(TalkArguments.ofSample(options, DEMO_WORDS, target));
  }

  @Override
  public int doctor(RunOptions options) {
    return configured(
        options,
        config ->
            new DoctorChecks(config, ffmpeg(config, environment), heif(config, environment))
                    .doctor()
                    .examine(out)
                ? DONE
                : OUR_FAULT);
  }

  @Override
  public int backup(RunOptions options, Path target) {
    return configured(options, config -> new DatabaseMaintenance(out, err).backup(config, target));
  }

  @Override
  public int copyDatabase(RunOptions options, String from, String to) {
    return configured(options, config -> new DatabaseMaintenance(out, err).copy(config, from, to));
  }

  @Override
  public int warmUp(RunOptions options) {
    return configured(options, this::warmUp);
  }

  private int serve(Config config, boolean terminal) throws InterruptedException {
    Logging.start(json(config, terminal), config.log().level());
    log.info("configuration:\n{}", config.describe());
    NewFiles.arePrivate();
    try (Database database = StorageLayout.open(config)) {
      LocalArtifactStore files = StorageLayout.files(config);
      WebChat chat = WebModule.chat(config, config.data(), database, files);
      List<ChatPlatform> platforms = new ArrayList<>(List.of(chat));
      telegram(config).ifPresent(platforms::add);
      Bot bot = new Bot(settings(config), edges(config, platforms), database, files);
      try (WebServer server = WebModule.server(config, chat, bot)) {
        return new Service(server, bot, database)
            .run(() -> {
              if (terminal) {
                err.println("Photoplay is ready: " + server.address() + "  (stop with Ctrl-C)");
              }
            });
      }
    }
  }

  private int talk(Config config, TalkArguments options) throws InterruptedException {
    return converse(
        config,
        options.run(),
        options.out(),
        terminal ->
            terminal.post(options.photo(), options.recording(), options.say(), options.chosen()));
  }

  private int clip(Config config, ClipArguments options) throws InterruptedException {
    return converse(
        config,
        options.run(),
        options.out(),
        terminal -> terminal.command("clip", options.photo(), options.prompt(), options.chosen()));
  }

  /// Runs the bot for one conversation with the person at the shell.
  private int converse(Config config, RunOptions run, Path target, Consumer<TerminalChat> opening)
      throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try (Database database = StorageLayout.open(config)) {
      LocalArtifactStore files = StorageLayout.files(config);
      TerminalChat terminal = new TerminalChat(out, err, run.terminal(), target);
      Bot bot = new Bot(settings(config), edges(config, List.of(terminal)), database, files);
      bot.start();
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform().name("leave").unstarted(() -> leave(terminal, over)));
      opening.accept(terminal);
      int exit = terminal.await();
      bot.stop(GRACE);
      return exit;
    } finally {
      over.countDown();
    }
  }

  /// Ctrl-C: nobody will be there for the video, so that it is cancelled rather than left for the
  /// next start. Once the conversation is over this changes nothing.
  private static void leave(TerminalChat terminal, CountDownLatch over) {
    try {
      terminal.leave();
      boolean _ = over.await(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts everything on a folder of its own and asks the web server once, so that a start's
  /// classes are loaded.
  private int warmUp(Config config) throws InterruptedException {
    Path folder = temporary();
    try (Database database = Database.open(folder)) {
      LocalArtifactStore files =
          new LocalArtifactStore(folder.resolve("files"), InstantSource.system());
      WebChat chat = WebModule.chat(config, folder, database, files);
      Bot bot = new Bot(settings(config), edges(config, List.of(chat)), database, files);
      try (WebServer server = WebModule.anywhere(chat, bot)) {
        bot.start();
        touch(URI.create(server.address() + "/readyz"));
        bot.stop(Duration.ofSeconds(1));
      }
      return DONE;
    } finally {
      Folders.delete(folder);
    }
  }

  private static void touch(URI page) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the configuration and turns what people can mend into a sentence and exit code 2.
  private int configured(RunOptions options, Command command) {
    ConfigResult read =
        Config.read(
            options.home(),
            options.config().orElse(null),
            options.data().orElse(null),
            environment);
    return switch (read) {
      case ConfigResult.Invalid invalid -> {
        err.println(invalid.report());
        yield MENDABLE;
      }
      case ConfigResult.Valid(var config) -> {
        try {
          yield command.run(config);
        } catch (RuntimeException e) {
          err.println(UserErrors.sentence(e, config).orElseThrow(() -> e));
          yield MENDABLE;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          yield OUR_FAULT;
        }
      }
    };
  }

  private Adapters edges(Config config, List<ChatPlatform> platforms) {
    Path work = StorageLayout.scratch(config);
    Ffmpeg ffmpeg = ffmpeg(config, environment);
    Pictures pictures = new Pictures(heif(config, environment));
    return new Adapters(
        platforms,
        pictures,
        new LocalSpeechModel(work, config.data().resolve("cache"), new Sounds(ffmpeg)),
        new LocalTalkingModel(
            ffmpeg,
            pictures,
            new FaceFinder(),
            new Lettering(config.data().resolve("cache")),
            work,
            config.renderer().threads()),
        new LocalVideoModel(ffmpeg, pictures, new FaceFinder(), work, config.renderer().threads()),
        InstantSource.system(),
        PortDecorator.NOTHING);
  }

  private static HeifReader heif(Config config, Map<String, String> environment) {
    return HeifReader.on(environment.getOrDefault("PATH", ""), StorageLayout.scratch(config));
  }

  static Ffmpeg ffmpeg(Config config, Map<String, String> environment) {
    return new Ffmpeg(
        config.renderer().ffmpeg().orElse(null),
        environment.getOrDefault("PATH", ""),
        config.data().resolve("cache"));
  }

  private static BotSettings settings(Config config) {
    return new BotSettings(
        config.data(),
        config.language().getLanguage(),
        new Caps(
            config.money().personPerDay(),
            config.money().groupPerDay(),
            config.money().operatorPerDay(),
            config.money().timeZone()),
        new PriceBook(
            Map.of(
                "local.speech", config.prices().speech(),
                "local.talk-economy", config.prices().talk(Quality.ECONOMY),
                "local.talk-standard", config.prices().talk(Quality.STANDARD),
                "local.talk-premium", config.prices().talk(Quality.PREMIUM),
                "local.clip-economy", config.prices().clip(Quality.ECONOMY),
                "local.clip-standard", config.prices().clip(Quality.STANDARD),
                "local.clip-premium", config.prices().clip(Quality.PREMIUM))),
        config.renderer().defaultQuality(),
        config.renderer().simultaneous(),
        config.talk().maxSeconds(),
        config.jobs().perPerson(),
        config.jobs().waiting(),
        config.storage().keep(),
        config.storage().maxSize(),
        config.reuse().keep(),
        config.reuse().memoryEntries(),
        Set.copyOf(config.operator().people()));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("photoplay-warm-up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean json(Config config, boolean terminal) {
    return switch (config.log().format()) {
      case AUTO -> !terminal;
      case JSON -> true;
      case PLAIN -> false;
    };
  }

  static Optional<ChatPlatform> telegram(Config config) {
    return config
        .telegram()
        .botToken()
        .map(token ->
            new TelegramChat(new TelegramSettings(token.value(), config.telegram().apiUrl())));
  }

  @FunctionalInterface
  private interface Command {
    int run(Config config) throws InterruptedException;
  }
}
