package app.photoplay.storage.bucket;

import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The list of files that are to be uploaded yet, on disk before anybody relies on it. Thread-safe.
final class Spool {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final String ENDING = ".waits";

  private final Path folder;
  private final Map<Path, Waiting> waiting = new ConcurrentHashMap<>();

  /// Reads the list that an earlier run left.
  Spool(Path folder) {
    this.folder = folder;
    try {
      PrivateFiles.folder(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          read(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file that is to be uploaded.
  ///
  /// @param folder of the bucket
  /// @param name in it
  /// @param type media type
  /// @param sent whether a message names it
  record Waiting(
      String folder, String name, String content, Instant used, String type, boolean sent) {}

  private void read(Path file) throws IOException {
    if (!file.toString().endsWith(ENDING)) {
      Files.deleteIfExists(file); // was not finished, and nobody was told that it was
      return;
    }
    List<String> lines = Files.readAllLines(file);
    try {
      waiting.put(
          file,
          new Waiting(
              lines.get(0),
              lines.get(1),
              lines.get(2),
              Instant.ofEpochMilli(Long.parseLong(lines.get(3))),
              lines.get(4),
              Boolean.parseBoolean(lines.get(5))));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      log.atWarn().addKeyValue("file", file).log("a note of a file to upload cannot be read");
    }
  }

  /// Adds one; it is on the list when this returns, also after a crash.
  void add(Waiting one) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ENDING);
    write(file, one);
    waiting.put(file, one);
  }

  private void write(Path file, Waiting one) throws IOException {
    Path part = PrivateFiles.file(folder.resolve(UUID.randomUUID() + ".part"));
    Files.write(
        part,
        List.of(
            one.folder,
            one.name,
            one.content,
            Long.toString(one.used.toEpochMilli()),
            one.type,
            Boolean.toString(one.sent)));
    flush(part, StandardOpenOption.WRITE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    flush(folder, StandardOpenOption.READ);
  }

  /// All that wait, by their places in the list.
  Map<Path, Waiting> all() {
    return Map.copyOf(waiting);
  }

  int size() {
    return waiting.size();
  }

  Optional<Waiting> find(String folder, String name) {
    return waiting.values().stream()
        .filter(it -> it.name.equals(name) && it.folder.equals(folder))
        .findFirst();
  }

  boolean holds(String content) {
    return waiting.values().stream().anyMatch(it -> it.content.equals(content));
  }

  /// Says of those of this name that a message names them.
  synchronized void send(String folder, String name) throws IOException {
    for (Map.Entry<Path, Waiting> each : waiting.entrySet()) {
      Waiting it = each.getValue();
      if (it.folder.equals(folder) && it.name.equals(name) && !it.sent) {
        Waiting sent = new Waiting(folder, name, it.content, it.used, it.type, true);
        write(each.getKey(), sent);
        each.setValue(sent);
      }
    }
  }

  /// Takes those of this name off the list that no message names.
  synchronized void discard(String folder, String name) throws IOException {
    for (Map.Entry<Path, Waiting> each : all().entrySet()) {
      Waiting it = each.getValue();
      if (it.folder.equals(folder) && it.name.equals(name) && !it.sent) {
        Files.deleteIfExists(each.getKey());
        waiting.remove(each.getKey());
      }
    }
  }

  /// Takes one off the list, unless it has changed meanwhile.
  synchronized void done(Path place, Waiting one) throws IOException {
    if (one.equals(waiting.get(place))) {
      Files.deleteIfExists(place);
      waiting.remove(place);
    }
  }

  private static void flush(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
