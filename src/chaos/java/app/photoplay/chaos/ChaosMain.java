package app.photoplay.chaos;

import app.photoplay.app.Logging;
import app.photoplay.cli.Shell;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where `./photoplay chaos` starts, and the processes that it starts itself. The launcher states
/// its own folder as `photoplay.home`.
public final class ChaosMain {
  /// The first argument of a process that works: its [WorkerSettings] follow.
  static final String WORKER = "worker";

  /// The first argument of the paid provider: a folder for its logs and a seed follow.
  static final String PROVIDER = "provider";

  private ChaosMain() {}

  public static void main(String[] args) {
    Logging.quiet();
    Path home = Path.of(System.getProperty("photoplay.home", "")).toAbsolutePath();
    ChaosRuns runs = new ChaosRuns(home, System.out, System.err, System.getenv());
    System.exit(
        switch (args.length == 0 ? "" : args[0]) {
          case WORKER -> runs.worker(args[1]);
          case PROVIDER -> runs.provider(Path.of(args[1]), Long.parseLong(args[2]));
          default ->
              Shell.of(
                      new ChaosCommand(runs::chaos),
                      new PrintWriter(System.out, true, System.out.charset()),
                      new PrintWriter(System.err, true, System.err.charset()))
                  .run(args);
        });
  }

  /// What starts this program once more, to start quickly rather than to run fast.
  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx192m"));
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(
        List.of(
            "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), ChaosMain.class.getName()));
    return command;
  }
}
