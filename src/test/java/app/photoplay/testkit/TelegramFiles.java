package app.photoplay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What lies on the fake's file servers.
final class TelegramFiles {

  /// @param path as `getFile` names it
  record Stored(String fileId, Path file, long bytes, String path) {}

  private final Map<String, Stored> byId = new HashMap<>();
  private final Map<String, Stored> byPath = new HashMap<>();
  private final Map<String, ShownMessage.ShownVideo> videos = new HashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  Stored add(String folder, Path file, String ending) {
    int number = numbers.incrementAndGet();
    String path = "%s/file_%d%s".formatted(folder, number, ending);
    try {
      var stored = new Stored("FILE-%s-%d".formatted(folder, number), file, Files.size(file), path);
      byId.put(stored.fileId, stored);
      byPath.put(path, stored);
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Stored> find(String fileId) {
    return Optional.ofNullable(byId.get(fileId));
  }

  Optional<Stored> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  void remember(ShownMessage.ShownVideo video) {
    videos.put(video.fileId(), video);
  }

  Optional<ShownMessage.ShownVideo> video(String fileId) {
    return Optional.ofNullable(videos.get(fileId));
  }

  void forget(String fileId) {
    videos.remove(fileId);
    Stored gone = byId.remove(fileId);
    if (gone != null) {
      byPath.remove(gone.path);
    }
  }
}
