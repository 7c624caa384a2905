package app.photoplay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The library that makes every flush slower, compiled where there is a C compiler.
final class SlowSync {
  private SlowSync() {}

  static Optional<Path> compiled() throws IOException, InterruptedException {
    Path library = Folders.home().resolve("target").resolve("bench").resolve("slowsync.so");
    Files.createDirectories(library.getParent());
    Path source = Folders.home().resolve("src/bench/c/slowsync.c");
    try {
      Process compiler =
          new ProcessBuilder(
                  "cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString())
              .inheritIO()
              .start();
      return compiler.waitFor() == 0 ? Optional.of(library) : Optional.empty();
    } catch (IOException noCompiler) {
      return Optional.empty();
    }
  }
}
