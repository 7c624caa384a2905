package app.photoplay.bench;

import app.photoplay.testkit.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// How long work stands still when the program that does it ends: real processes
/// ([FailoverWorker]), killed or stopped in the middle of their steps.
final class Failover {
  private static final int RUNS = 10;

  /// Fewer of those that wait for the end of a lease.
  private static final int RUNS_OF_A_LEASE = 3;

  private static final int JOBS = 4;

  private Failover() {}

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("failover");
    try {
      row(
          "SIGKILL, SQLite: start of the next program to its first resumed step",
          2,
          restarts(folder.resolve("alone")));
      row("SIGKILL, PostgreSQL: until the other resumes its work", 1, takeOvers("-KILL", RUNS));
      row(
          "SIGSTOP, PostgreSQL, lines stay open: until the other does",
          15,
          takeOvers("-STOP", RUNS_OF_A_LEASE));
    } finally {
      Folders.delete(folder);
    }
  }

  private static void row(String what, int bar, Samples seconds) {
    boolean met = seconds.percentile(1) <= bar;
    Row.of(what, "<= " + bar + " s, worst", seconds.text(2, " s"), met).print();
  }

  /// One after another takes up what its forerunner was doing.
  private static Samples restarts(Path data) throws IOException, InterruptedException {
    Samples samples = new Samples();
    Worker running = new Worker(data, "", JOBS);
    try {
      running.awaitSteps(JOBS);
      for (int i = 0; i < RUNS; i++) {
        running.signal("-KILL");
        running.process.waitFor();
        long start = System.nanoTime();
        running = new Worker(data, "", 0);
        running.awaitSteps(1);
        samples.add((System.nanoTime() - start) / 1e9);
        running.awaitSteps(JOBS - 1);
      }
    } finally {
      running.close();
    }
    return samples;
  }

  /// The same with a second program that stands by.
  private static Samples takeOvers(String signal, int runs)
      throws IOException, InterruptedException {
    Samples samples = new Samples();
    Path folder = Folders.fresh("failover-files");
    String server = PostgresServer.database().url();
    Worker running = new Worker(folder, server, JOBS);
    try {
      running.awaitSteps(JOBS);
      for (int i = 0; i < runs; i++) {
        Worker other = new Worker(folder, server, 0);
        other.await("ready");
        long start = System.nanoTime();
        running.signal(signal);
        other.awaitSteps(1);
        samples.add((System.nanoTime() - start) / 1e9);
        running.close();
        running = other;
        running.awaitSteps(JOBS - 1);
      }
    } finally {
      running.close();
      Folders.delete(folder);
    }
    return samples;
  }

  /// A process of its own.
  private static final class Worker implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;

    private Worker(Path data, String server, int jobs) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Dlogback.configurationFile=" + Folders.home().resolve("src/bench/logback.xml"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  FailoverWorker.class.getName(),
                  data.toString(),
                  server,
                  Integer.toString(jobs))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      says = process.inputReader();
    }

    private void awaitSteps(int count) throws IOException {
      for (int i = 0; i < count; i++) {
        await("step");
      }
    }

    private void await(String wanted) throws IOException {
      String line = says.readLine();
      while (line != null && !line.equals(wanted)) {
        line = says.readLine();
      }
      if (line == null) {
        throw new IOException("a worker ended before it said " + wanted);
      }
    }

    private void signal(String name) throws IOException, InterruptedException {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
