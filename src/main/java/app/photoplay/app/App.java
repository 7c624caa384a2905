package app.photoplay.app;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.Bot;
import app.photoplay.assembly.OperatorModule;
import app.photoplay.assembly.ProviderModule;
import app.photoplay.assembly.Settings;
import app.photoplay.assembly.StorageLayout;
import app.photoplay.assembly.WebModule;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.discord.DiscordChat;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.terminal.TerminalChat;
import app.photoplay.chat.web.WebChat;
import app.photoplay.cli.ClipArguments;
import app.photoplay.cli.FilmArguments;
import app.photoplay.cli.Photoplay;
import app.photoplay.cli.RunOptions;
import app.photoplay.cli.SayArguments;
import app.photoplay.cli.TalkArguments;
import app.photoplay.config.ConfigResult;
import app.photoplay.config.Effective;
import app.photoplay.database.Database;
import app.photoplay.operator.DatabaseMaintenance;
import app.photoplay.operator.UserErrors;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.server.WebServer;
import app.photoplay.wording.Wording;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the settings, chooses the platforms, and runs what the shell asks for.
public final class App implements Photoplay {
  private static final Logger log = LoggerFactory.getLogger(App.class);
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int SETUP_ERROR = 2;
  private static final Duration GRACE = Duration.ofSeconds(18);
  private static final String DEMO_WORDS =
      "Hello! I was a photo a moment ago. Send me yours, write a few words, and it will speak them.";

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final Optional<BufferedReader> keyboard;

  public App(PrintStream out, PrintStream err, Map<String, String> environment) {
    this(out, err, environment, Optional.empty());
  }

  /// The same where somebody can be asked.
  ///
  /// @param keyboard what a person types; empty when standard input is no terminal
  public App(
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      Optional<BufferedReader> keyboard) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.keyboard = keyboard;
  }

  @Override
  public int serve(RunOptions options) {
    return configured(
        options, (settings, effective) -> serve(settings, effective, options.terminal()));
  }

  @Override
  public int talk(TalkArguments options) {
    return configured(
        options.run(),
        settings -> open(settings, options.chosen()) ? talk(settings, options) : SETUP_ERROR);
  }

  @Override
  public int say(SayArguments options) {
    return configured(
        options.run(), settings -> new Saying(providers(settings).voices(), out, err).say(options));
  }

  @Override
  public int voices(RunOptions options) {
    return configured(
        options, settings -> new VoiceList(providers(settings).voices(), out, err).print());
  }

  @Override
  public int addVoice(RunOptions options, String name, Optional<Path> from, String sha256) {
    return configured(
        options,
        settings ->
            new VoiceList(providers(settings).voices(), out, err)
                .add(providers(settings).shelf(), name, from, sha256));
  }

  @Override
  public int clip(ClipArguments options) {
    return configured(
        options.run(),
        settings -> open(settings, options.chosen()) ? clip(settings, options) : SETUP_ERROR);
  }

  @Override
  public int film(FilmArguments options) {
    if (options.reviewed() && keyboard.isEmpty()) {
      err.println(
          "With --review you are asked what to do, so start this where you can type, or leave"
              + " --review out.");
      return SETUP_ERROR;
    }
    return configured(
        options.run(),
        settings -> open(settings, options.chosen()) ? film(settings, options) : SETUP_ERROR);
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
        settings ->
            new OperatorModule(settings, providers(settings)).doctor().examine(out)
                ? DONE
                : OUR_FAULT);
  }

  @Override
  public int providers(RunOptions options) {
    return configured(
        options,
        settings ->
            new OperatorModule(settings, providers(settings)).providers().print(out)
                ? DONE
                : OUR_FAULT);
  }

  @Override
  public int backup(RunOptions options, Path target) {
    return configured(options, settings -> maintenance(settings).backup(target));
  }

  @Override
  public int copyDatabase(RunOptions options, String from, String to) {
    return configured(options, settings -> maintenance(settings).copy(from, to));
  }

  @Override
  public int warmUp(RunOptions options) {
    return configured(
        options,
        settings -> {
          new WarmUp(settings, providers(settings)).run();
          return DONE;
        });
  }

  /// Whether who was named to make it can be asked; says what to do when not.
  private boolean open(Settings settings, Map<String, String> chosen) {
    String provider = chosen.getOrDefault("provider", "local");
    boolean open =
        provider.equals("local")
            || settings.paid().switchedOn().stream().anyMatch(it -> it.name().equals(provider));
    if (!open) {
      err.println(
          "There is no key for %s: put it into .env, or leave --provider out.".formatted(provider));
    }
    return open;
  }

  private int serve(Settings settings, Effective effective, boolean terminal)
      throws InterruptedException {
    Logging.start(settings.log().json(terminal), settings.log().level());
    log.info("configuration:\n{}", effective.describe());
    effective.warnings().forEach(log::warn);
    NewFiles.arePrivate();
    try (Database database = StorageLayout.open(settings);
        StorageLayout.Stores files = StorageLayout.files(settings)) {
      WebChat chat = WebModule.chat(settings.web(), database, files);
      List<ChatPlatform> platforms = new ArrayList<>(List.of(chat));
      settings
          .telegram()
          .map(it -> new TelegramChat(it, new Wording(settings.language())))
          .ifPresent(platforms::add);
      settings
          .discord()
          .map(it -> new DiscordChat(it, new Wording(settings.language()), InstantSource.system()))
          .ifPresent(platforms::add);
      Bot bot =
          bot(settings, platforms, database, files, WebModule.callbacks(settings.web(), database));
      try (WebServer server = WebModule.open(settings.server(), chat, bot)) {
        return new Service(server, bot, database)
            .run(() -> {
              if (terminal) {
                err.println("Photoplay is ready: " + server.address() + "  (stop with Ctrl-C)");
              }
            });
      }
    }
  }

  private int talk(Settings settings, TalkArguments options) throws InterruptedException {
    return converse(
        settings,
        terminal(options.run(), options.out(), false),
        terminal ->
            terminal.post(options.photo(), options.recording(), options.say(), options.chosen()));
  }

  private int clip(Settings settings, ClipArguments options) throws InterruptedException {
    return converse(
        settings,
        terminal(options.run(), options.out(), false),
        terminal -> terminal.command("clip", options.photo(), options.prompt(), options.chosen()));
  }

  private int film(Settings settings, FilmArguments options) throws InterruptedException {
    return converse(
        settings,
        terminal(options.run(), options.out(), options.reviewed()),
        terminal -> terminal.command("film", options.cast(), options.idea(), options.chosen()));
  }

  /// @param asks whether the person is asked
  private TerminalChat terminal(RunOptions run, Path target, boolean asks) {
    return new TerminalChat(out, err, run.terminal(), target, asks ? keyboard : Optional.empty());
  }

  /// Runs the bot for one conversation with the person at the shell.
  private int converse(Settings settings, TerminalChat terminal, Consumer<TerminalChat> opening)
      throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try (Database database = StorageLayout.open(settings);
        StorageLayout.Stores files = StorageLayout.files(settings)) {
      Bot bot = bot(settings, List.of(terminal), database, files, Callbacks.NONE);
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

  private int configured(RunOptions options, Command command) {
    return configured(options, (settings, _) -> command.run(settings));
  }

  /// Reads the settings and turns what people can fix into a sentence and exit code 2.
  private int configured(RunOptions options, InformedCommand command) {
    ConfigResult<Settings> read =
        Settings.read(
            options.home(),
            options.config().orElse(null),
            options.data().orElse(null),
            environment);
    return switch (read) {
      case ConfigResult.Invalid<Settings> invalid -> {
        err.println(invalid.report());
        yield SETUP_ERROR;
      }
      case ConfigResult.Valid<Settings>(var settings, var effective) -> {
        try {
          yield command.run(settings, effective);
        } catch (RuntimeException e) {
          err.println(errors(settings).sentence(e).orElseThrow(() -> e));
          yield SETUP_ERROR;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          yield OUR_FAULT;
        }
      }
    };
  }

  private static UserErrors errors(Settings settings) {
    return new UserErrors(
        settings.data(),
        settings.database().url(),
        "http://" + settings.server().host() + ":" + settings.server().port());
  }

  private Bot bot(
      Settings settings,
      List<ChatPlatform> platforms,
      Database database,
      StorageLayout.Stores files,
      Callbacks callbacks) {
    Adapters adapters = providers(settings).adapters(platforms, files.files(), callbacks);
    return new Bot(settings, adapters, database, files);
  }

  private ProviderModule providers(Settings settings) {
    return new ProviderModule(settings, environment.getOrDefault("PATH", ""));
  }

  private DatabaseMaintenance maintenance(Settings settings) {
    return new DatabaseMaintenance(settings.data(), settings.database(), out, err);
  }

  @FunctionalInterface
  private interface Command {
    int run(Settings settings) throws InterruptedException;
  }

  /// A command that says what is in force.
  @FunctionalInterface
  private interface InformedCommand {
    int run(Settings settings, Effective effective) throws InterruptedException;
  }
}
