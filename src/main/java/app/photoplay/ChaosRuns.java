package app.photoplay;

import app.photoplay.chaos.Break;
import app.photoplay.chaos.Chaos;
import app.photoplay.chaos.ChaosSettings;
import app.photoplay.chaos.ProviderServer;
import app.photoplay.chaos.Tally;
import app.photoplay.chaos.Worker;
import app.photoplay.chaos.WorkerSettings;
import app.photoplay.cli.ChaosOptions;
import app.photoplay.config.Config;
import app.photoplay.database.PostgresSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/// `chaos` and the processes it starts.
final class ChaosRuns {
  private static final int DONE = 0;
  private static final int VIOLATED = 1;
  private static final int MENDABLE = 2;

  private final PrintStream out;
  private final PrintStream err;

  ChaosRuns(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int chaos(ChaosOptions options, Config config) throws InterruptedException {
    Optional<String> url = options.url().or(() -> config.database().url());
    if (options.postgres() && url.isEmpty()) {
      err.println(
          "Name an empty PostgreSQL database, with --url jdbc:postgresql://.. or as database.url.");
      return MENDABLE;
    }
    Optional<PostgresSettings> server =
        options.postgres() ? url.map(it -> Databases.server(it, config)) : Optional.empty();
    long seed = options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
    Path work = folder();
    err.println("seed " + seed + ", logs and databases in " + work);
    try {
      Tally tally =
          Chaos.run(
              new ChaosSettings(
                  options.lasting(),
                  options.kills(),
                  options.freezes(),
                  options.cuts(),
                  options.workers(),
                  server,
                  seed,
                  Break.parse(options.broken()).orElseThrow(),
                  work,
                  command()));
      tally.lines().forEach(out::println);
      if (tally.clean()) {
        Folders.delete(work);
      }
      return tally.clean() ? DONE : VIOLATED;
    } catch (IllegalArgumentException e) {
      err.println("The database is not empty: chaos needs one of its own.");
      return MENDABLE;
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("photoplay-chaos");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int worker(String settings, String password) {
    endWithTheHarness();
    try {
      Worker.run(WorkerSettings.CODEC.decode(settings), password, out, InstantSource.system());
      return DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return VIOLATED;
    }
  }

  int provider(Path folder, long seed) {
    endWithTheHarness();
    try (ProviderServer server = new ProviderServer(folder, seed)) {
      out.println("ready " + server.address());
      new CountDownLatch(1).await();
      return DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return VIOLATED;
    }
  }

  /// The harness keeps our standard input open for as long as it lives.
  private static void endWithTheHarness() {
    Thread.ofPlatform()
        .daemon(true)
        .name("harness")
        .start(() -> {
          try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
          } catch (IOException e) {
            // as good as its end
          }
          Runtime.getRuntime().halt(3);
        });
  }

  /// This program once more, to start quickly rather than to run fast.
  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx192m"));
    command.add("-XX:TieredStopAtLevel=1");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(it -> it.startsWith("-XX:AOTCache=") || it.startsWith("-Xlog:aot"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return command;
  }
}
