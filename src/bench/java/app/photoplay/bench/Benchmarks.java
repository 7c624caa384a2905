package app.photoplay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs the benchmarks that are named, or all of them, and prints one table.
final class Benchmarks {
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("start", "app.photoplay.bench.ServeStart");
    ALL.put("talk", "app.photoplay.bench.WarmTalk");
    ALL.put("render", "app.photoplay.provider.local.RenderStage");
    ALL.put("sync", "app.photoplay.provider.local.SyncQuality");
    ALL.put("stills", "app.photoplay.bench.Stills");
    ALL.put("film", "app.photoplay.bench.FilmStitch");
    ALL.put("offline", "app.photoplay.bench.OfflineFilm");
    ALL.put("updates", "app.photoplay.UpdateLatency");
    ALL.put("discord", "app.photoplay.DiscordLatency");
    ALL.put("both", "app.photoplay.bench.BothClients");
    ALL.put("cached", "app.photoplay.CachedRepeat");
    ALL.put("crowd", "app.photoplay.bench.Crowd");
    ALL.put("engine", "app.photoplay.database.job.EngineLoad");
    ALL.put("paid", "app.photoplay.bench.PaidPolls");
    ALL.put("faces", "app.photoplay.bench.FaceSearch");
    ALL.put("jobs", "app.photoplay.bench.DurableJobs");
    ALL.put("connections", "app.photoplay.bench.IdleConnections");
    ALL.put("postgres", "app.photoplay.bench.PostgresJobs");
    ALL.put("failover", "app.photoplay.bench.Failover");
  }

  private Benchmarks() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    Set<String> wanted = arguments.length == 0 ? ALL.keySet() : Set.of(arguments);
    if (!ALL.keySet().containsAll(wanted)) {
      IO.println("There are the benchmarks " + String.join(", ", ALL.keySet()));
      System.exit(2);
    }
    String machine = Machine.describe();
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> each : ALL.entrySet()) {
      if (wanted.contains(each.getKey())) {
        rows.addAll(run(each.getKey(), each.getValue(), Map.of()));
        if (each.getKey().equals("jobs")) {
          rows.addAll(onASlowDisk(each.getValue()));
        }
      }
    }
    IO.println(machine);
    print(rows);
  }

  /// The same with 2 ms added to every flush, by a library loaded in front of the C library.
  private static List<Row> onASlowDisk(String program) throws IOException, InterruptedException {
    Optional<Path> slow = SlowSync.compiled();
    return slow.isPresent()
        ? run("jobs-2ms", program, Map.of("LD_PRELOAD", slow.get().toString(), "SLOW_SYNC", "2000"))
        : List.of(Row.of("durable jobs, flushes slowed by 2 ms", "skipped: no C compiler (cc)"));
  }

  private static List<Row> run(String name, String program, Map<String, String> environment)
      throws IOException, InterruptedException {
    IO.println("running " + name + " ...");
    Path log = Folders.home().resolve("target").resolve("bench-" + name + ".log");
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            name.equals("film") ? "-Xmx256m" : "-Xmx1g",
            "-Dphotoplay.home=" + Folders.home(),
            "-Dlogback.configurationFile=" + Folders.home().resolve("src/bench/logback.xml"),
            "-classpath",
            System.getProperty("java.class.path"),
            program);
    builder.environment().putAll(environment);
    builder.redirectError(log.toFile());
    Process process = builder.start();
    List<Row> rows = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (Row.is(line)) {
          rows.add(Row.parse(line));
          IO.println("  " + String.join("  ", rows.getLast().cells()));
        }
      }
    }
    if (process.waitFor() != 0) {
      rows.add(Row.of(name, "failed, see " + log));
    }
    return rows;
  }

  private static void print(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("what", "target", "measured", ""));
    rows.forEach(row -> lines.add(row.cells()));
    int[] widths = new int[4];
    lines.forEach(line -> {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    });
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder("|");
      for (int i = 0; i < widths.length; i++) {
        String cell = line.get(i);
        text.append(' ').append(cell).append(" ".repeat(widths[i] - cell.length())).append(" |");
      }
      IO.println(text);
    }
  }
}
