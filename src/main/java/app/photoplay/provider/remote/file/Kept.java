package app.photoplay.provider.remote.file;

import app.photoplay.provider.remote.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Results that come with the answer to an order, kept until they are asked for, and for some time
/// after that: whoever dies before a result is stored asks for it again. An operation names the
/// file; it could not hold it, for databases look operations up by an index, which takes short
/// texts only. Thread-safe.
///
/// @param folder made when missing
public record Kept(Path folder, InstantSource time) {
  private static final Duration KEPT = Duration.ofDays(2);

  /// Keeps a result.
  ///
  /// @param ending of its name, with the dot
  /// @return its name, for [#file]
  public String put(byte[] result, String ending) throws IOException {
    Files.createDirectories(folder);
    removeOld();
    String name = UUID.randomUUID() + ending;
    Path file = folder.resolve(name);
    Path half = folder.resolve(name + ".half");
    Files.write(half, result);
    Files.setLastModifiedTime(half, FileTime.from(time.instant()));
    Files.move(half, file);
    return name;
  }

  private void removeOld() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    Instant oldest = time.instant().minus(KEPT);
    for (Path file : files) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException _) {
        // removed by another thread
      }
    }
  }

  /// The file of a result; it stays where it is.
  ///
  /// @throws Fault.Thrown when it is not here, such as on another machine
  public Path file(String name) throws Fault.Thrown {
    Path file = folder.resolve(name).normalize();
    if (name.isEmpty() || !folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
      throw new Fault.Gone("a result that is not kept on this machine").thrown();
    }
    return file;
  }
}
