package app.photoplay.provider.remote.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Results of providers that answer an order with what they made, kept on this machine until they
/// are asked for, and for some hours longer: whoever asks may have to ask again. Thread-safe.
public final class KeptAnswers {
  private static final Duration KEPT = Duration.ofHours(6);

  private final Path folder;
  private final InstantSource time;

  /// @param provider whose they are
  public KeptAnswers(Workshop workshop, String provider) {
    this.folder = workshop.scratch().resolve(provider);
    this.time = workshop.time();
  }

  /// Keeps one.
  ///
  /// @return its name, for [#find]
  public String keep(byte[] answer) throws IOException {
    Files.createDirectories(folder);
    removeOld();
    String name = UUID.randomUUID().toString();
    Path file = Files.write(folder.resolve(name + ".part"), answer);
    Files.setLastModifiedTime(file, FileTime.from(time.instant()));
    Files.move(file, folder.resolve(name));
    return name;
  }

  /// One that was kept; empty when it is not there any more.
  public Optional<byte[]> find(String name) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(UUID.fromString(name).toString())));
    } catch (IllegalArgumentException | NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private void removeOld() throws IOException {
    Instant oldest = time.instant().minus(KEPT);
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.toList();
    }
    for (Path file : all) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException _) {
        // somebody else was here first
      }
    }
  }
}
