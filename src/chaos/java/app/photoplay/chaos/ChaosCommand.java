package app.photoplay.chaos;

import app.photoplay.chaos.server.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `photoplay chaos`.
@Command(
    name = "photoplay chaos",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Kills workers at random moments and counts what was lost or paid twice.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every promise was kept",
      "1:a violation; logs and databases are kept",
      "2:you can mend it: one sentence says what"
    })
final class ChaosCommand implements Callable<Integer> {
  private static final List<String> DATABASES = List.of("sqlite", "postgres");
  private static final List<String> BREAKS =
      List.of("nothing", "no-intent-log", "no-fence", "check-then-debit");

  private final ToIntFunction<ChaosOptions> run;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of the database; by default config.yaml beside the launcher.")
  private @Nullable Path config;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "1",
      description = "For how long (default 1).")
  private int minutes;

  @Option(names = "--kills", paramLabel = "N", description = "How often, instead of how long.")
  private @Nullable Integer kills;

  @Option(
      names = "--freezes",
      paramLabel = "N",
      defaultValue = "0",
      description = "With postgres: how often one is stopped for longer than its lease, before.")
  private int freezes;

  @Option(
      names = "--cuts",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "With postgres: how often one is stopped with its line cut, until others have its work.")
  private int cuts;

  @Option(
      names = "--database",
      paramLabel = "KIND",
      defaultValue = "sqlite",
      description = "sqlite (default) or postgres.")
  private String database = "";

  @Option(
      names = "--url",
      paramLabel = "JDBC",
      description = "An empty PostgreSQL database (default: database.url).")
  private @Nullable String url;

  @Option(names = "--seed", paramLabel = "N", description = "Repeats the orders of another run.")
  private @Nullable Long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many side by side, 1 to 16 (default 2).")
  private int workers;

  @Option(
      names = "--break",
      paramLabel = "PROMISE",
      defaultValue = "nothing",
      description = "Breaks a promise on purpose: no-intent-log, no-fence, check-then-debit.")
  private String broken = "";

  @Option(
      names = "--store-faults",
      description =
          "Kills nobody: the databases lose acknowledgements, and workers must find back by themselves.")
  private boolean storeFaults;

  @Option(
      names = "--server",
      description =
          "Tries the whole server between doubles of Telegram and of visitors of its web page.")
  private boolean server;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "300",
      description = "With --server: how many write at once in a flood (default 300).")
  private int people;

  @Option(
      names = "--trouble",
      paramLabel = "KIND",
      split = ",",
      description =
          "With --server: kill, stop, outage, outage-and-kill, flood, slow-bodies, odd-updates"
              + " (default: all).")
  private List<String> troubles = new ArrayList<>();

  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      description = "With --server: another photoplay to try, such as an older one.")
  private @Nullable Path launcher;

  /// A command.
  ///
  /// @param run does what was asked and answers with the exit code
  ChaosCommand(ToIntFunction<ChaosOptions> run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    require(minutes > 0, "--minutes must be 1 or more");
    require(kills == null || kills > 0, "--kills must be 1 or more");
    require(workers > 0 && workers <= 16, "--workers must be 1 to 16");
    require(freezes >= 0 && cuts >= 0, "--freezes and --cuts must be 0 or more");
    require(
        (freezes == 0 && cuts == 0) || (workers > 1 && database.equals("postgres")),
        "--freezes and --cuts need --database postgres and 2 --workers: nobody else could take over");
    require(
        !broken.equals("no-fence") || cuts > 0,
        "--break no-fence shows with --cuts 1 or more: who is killed writes nothing");
    require(
        !storeFaults || (kills == null && freezes == 0 && cuts == 0 && broken.equals("nothing")),
        "--store-faults goes with --minutes, --workers, --database and --seed alone");
    require(
        !server || (!storeFaults && database.equals("sqlite") && broken.equals("nothing")),
        "--server goes with --minutes, --kills, --people, --trouble, --launcher and --seed alone");
    require(
        !server
            || kills == null
            || troubles.isEmpty()
            || troubles.stream().anyMatch(it -> it.contains("kill")),
        "--kills needs --trouble kill or outage-and-kill");
    require(people > 0, "--people must be 1 or more");
    for (String trouble : troubles) {
      require(Trouble.parse(trouble).isPresent(), trouble + " is no kind of trouble");
    }
    require(DATABASES.contains(database), database + " is none of sqlite, postgres");
    require(BREAKS.contains(broken), broken + " is none of " + String.join(", ", BREAKS));
    return run.applyAsInt(
        new ChaosOptions(
            Optional.ofNullable(config),
            Duration.ofMinutes(minutes),
            Optional.ofNullable(kills),
            freezes,
            cuts,
            database.equals("postgres"),
            Optional.ofNullable(url),
            Optional.ofNullable(seed),
            workers,
            broken,
            storeFaults,
            server
                ? Optional.of(
                    new ChaosOptions.Server(people, wanted(), Optional.ofNullable(launcher)))
                : Optional.empty()));
  }

  private Set<Trouble> wanted() {
    return troubles.isEmpty()
        ? EnumSet.allOf(Trouble.class)
        : troubles.stream().flatMap(it -> Trouble.parse(it).stream()).collect(Collectors.toSet());
  }

  private void require(boolean good, String sentence) {
    if (!good && spec != null) {
      throw new ParameterException(spec.commandLine(), sentence + ".");
    }
  }
}
