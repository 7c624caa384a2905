package app.photoplay;

import app.photoplay.chaos.Break;
import app.photoplay.chaos.Chaos;
import app.photoplay.chaos.ChaosSettings;
import app.photoplay.chaos.ProviderServer;
import app.photoplay.chaos.Tally;
import app.photoplay.chaos.Worker;
import app.photoplay.chaos.WorkerSettings;
import app.photoplay.cli.ChaosOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/// `chaos` and the processes it starts.
final class ChaosRuns {
  private final PrintStream out;
  private final PrintStream err;

  ChaosRuns(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int chaos(ChaosOptions options) {
    if (options.postgres()) {
      err.println("PostgreSQL is not supported here yet.");
      return 2;
    }
    long seed = options.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
    try {
      Path work = Files.createTempDirectory("photoplay-chaos");
      err.println("seed " + seed + ", logs and databases in " + work);
      Tally tally =
          Chaos.run(
              new ChaosSettings(
                  options.lasting(),
                  options.kills(),
                  options.workers(),
                  options.url(),
                  seed,
                  Break.parse(options.broken()).orElseThrow(),
                  work,
                  command()));
      tally.lines().forEach(out::println);
      if (!tally.clean()) {
        return 1;
      }
      Folders.delete(work);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  int worker(String settings) {
    endWithTheHarness();
    try {
      Worker.run(WorkerSettings.CODEC.decode(settings), out, InstantSource.system());
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  int provider(Path folder, long seed) {
    endWithTheHarness();
    try (ProviderServer server = new ProviderServer(folder, seed)) {
      out.println("ready " + server.address());
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
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
