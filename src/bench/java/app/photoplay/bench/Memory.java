package app.photoplay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The most memory that this program and its children held together while this was open, looked at
/// every 50 ms: the sum of their resident sets, shared pages counted once for each. Needs `/proc`.
final class Memory implements AutoCloseable {
  private static final int MILLIS = 50;

  private final Thread watcher = Thread.ofPlatform().daemon().start(this::watch);
  private volatile long most;
  private volatile boolean closed;

  /// The most so far.
  double megabytes() {
    return most / 1024.0;
  }

  private void watch() {
    while (!closed) {
      try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
        long sum =
            Stream.concat(Stream.of(ProcessHandle.current()), children)
                .mapToLong(it -> kilobytes(it.pid()))
                .sum();
        most = Math.max(most, sum);
      }
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static long kilobytes(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it has just ended
    }
  }

  @Override
  public void close() {
    closed = true;
    watcher.interrupt();
  }
}
