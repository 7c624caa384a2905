package app.photoplay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Places for what benchmarks write, all on the file system of `target`.
public final class Folders {
  private Folders() {}

  /// The project's folder.
  public static Path home() {
    return Path.of(System.getProperty("photoplay.home", ".")).toAbsolutePath().normalize();
  }

  /// A new empty folder.
  public static Path fresh(String name) {
    try {
      Path parent = Files.createDirectories(home().resolve("target").resolve("bench"));
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes a folder with all that is in it.
  public static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
