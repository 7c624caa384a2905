package app.photoplay.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `photoplay` itself, which is `serve`, and the options that all commands share.
@Command(
    name = "photoplay",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    description = "Makes photos speak: a bot for chats and the browser. Without a command: serve.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it worked",
      "1:it went wrong on Photoplay's side",
      "2:you can mend it: one sentence says what",
      "130:you stopped it with Ctrl-C; what it was making is cancelled"
    })
final class RootCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder for the database and all files (or PHOTOPLAY_DATA).")
  @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Settings; by default config.yaml beside the launcher.")
  @Nullable Path config;

  private final Supplier<Photoplay> photoplay;
  private final Path home;
  private final boolean terminal;

  RootCommand(Supplier<Photoplay> photoplay, Path home, boolean terminal) {
    this.photoplay = photoplay;
    this.home = home;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return serve();
  }

  @Command(
      name = "serve",
      description = "Runs the bot: the web chat, and each platform whose token is set.")
  int serve() {
    return photoplay.get().serve(options());
  }

  @Command(name = "demo", description = "Makes a talking photo from the sample into demo/.")
  int demo() {
    return photoplay.get().demo(options());
  }

  @Command(name = "doctor", description = "Checks what the bot needs and says how to mend it.")
  int doctor() {
    return photoplay.get().doctor(options());
  }

  @Command(
      name = "providers",
      description = "Lists who makes what, for how much, and whether each key works.")
  int providers() {
    return photoplay.get().providers(options());
  }

  @Command(
      name = "backup",
      description = "Copies the SQLite database into a new file, also while the bot runs.")
  int backup(
      @Parameters(
              paramLabel = "FILE",
              converter = Arguments.Target.class,
              description = "Where the copy goes; a file that is there is not replaced.")
          Path target) {
    return photoplay.get().backup(options(), target);
  }

  int voices() {
    return photoplay.get().voices(options());
  }

  int addVoice(String name, Optional<Path> from, String sha256) {
    return photoplay.get().addVoice(options(), name, from, sha256);
  }

  int copyDatabase(String from, String to) {
    return photoplay.get().copyDatabase(options(), from, to);
  }

  @Command(name = "warm-up", hidden = true, description = "Starts, touches nothing and ends.")
  int warmUp() {
    return photoplay.get().warmUp(options());
  }

  int talk(TalkSubcommand talk) {
    return photoplay.get().talk(talk.options(options()));
  }

  int clip(ClipSubcommand clip) {
    return photoplay.get().clip(clip.options(options()));
  }

  int say(SaySubcommand say) {
    return photoplay.get().say(say.options(options()));
  }

  int film(FilmSubcommand film) {
    return photoplay.get().film(film.options(options()));
  }

  private RunOptions options() {
    return new RunOptions(home, Optional.ofNullable(config), Optional.ofNullable(data), terminal);
  }
}
