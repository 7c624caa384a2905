package app.photoplay.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A fresh `./photoplay serve`, several times: start to ready, memory at rest, the first talk over
/// the web chat with the embedded ffmpeg, memory after it.
final class ServeStart {
  private static final int RUNS = 5;
  private static final long REST_MILLIS = 10_000;

  private ServeStart() {}

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("serve");
    Path log = Folders.home().resolve("target").resolve("bench-served.log");
    try {
      String path = pathWithoutFfmpeg(folder.resolve("bin"));
      // builds the program and its cache when they are missing or old
      try (Served first = new Served(folder.resolve("built"), path, log)) {
        var _ = first.awaitReady();
      }
      Samples starts = new Samples();
      Samples idle = new Samples();
      Samples factors = new Samples();
      Samples after = new Samples();
      for (int i = 0; i < RUNS; i++) {
        try (Served served = new Served(folder.resolve("data" + i), path, log)) {
          starts.add(served.awaitReady());
          Thread.sleep(REST_MILLIS);
          idle.add(served.residentMegabytes());
          Served.Talk talk = served.talk();
          System.err.printf("%.2f s of video in %.2f s%n", talk.length(), talk.seconds());
          factors.add(talk.length() / talk.seconds());
          after.add(served.residentMegabytes());
        }
      }
      Row.of(
              "start to ready, with AOT cache",
              "<= 2.5 s",
              starts.text(2, " s"),
              starts.median() <= 2.5)
          .print();
      Row.of(
              "resident memory, 10 s after the start, before speech",
              "<= 200 MB",
              idle.text(0, " MB"),
              idle.median() <= 200)
          .print();
      Row.of(
              "talk, cold: first of a fresh serve, 10 s at 720x1280, message to whole video",
              ">= 1.5x",
              factors.text(2, "x"),
              factors.median() >= 1.5)
          .print();
      Row.of("resident memory after the first talk", after.text(0, " MB")).print();
    } finally {
      Folders.delete(folder);
    }
  }

  /// The usual programs, but no ffmpeg: the one inside the jar is measured.
  private static String pathWithoutFfmpeg(Path links) throws IOException {
    List<String> path = new ArrayList<>();
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      if (!Files.exists(Path.of(folder, "ffmpeg"))) {
        path.add(folder);
        continue;
      }
      Path others = links.resolve(Integer.toString(path.size()));
      Files.createDirectories(others);
      try (Stream<Path> programs = Files.list(Path.of(folder))) {
        for (Path program : programs.toList()) {
          if (!program.getFileName().toString().startsWith("ff")) {
            Files.createSymbolicLink(others.resolve(program.getFileName()), program);
          }
        }
      }
      path.add(others.toString());
    }
    return String.join(File.pathSeparator, path);
  }
}
