package app.photoplay.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run of ffmpeg. What it prints is always read, so that it never waits for us; it is killed
/// when its time is over or when this is closed.
final class FfmpegProcess implements AutoCloseable {
  private static final int LINES_KEPT = 400;
  private static final int LINES_SHOWN = 8;

  private final Process process;
  private final Duration limit;
  private final Thread reader;
  private final Deque<String> lines = new ArrayDeque<>();
  private volatile @Nullable String killedFor;

  private FfmpegProcess(Process process, Duration limit) {
    this.process = process;
    this.limit = limit;
    this.reader = Thread.ofPlatform().daemon().name("ffmpeg-reader").unstarted(this::read);
  }

  /// Starts a binary; what it prints on both channels is kept, last lines first to survive.
  static FfmpegProcess start(Path binary, List<String> arguments, Duration limit) {
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(arguments);
    Process started;
    try {
      started = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new FfmpegFailed("cannot start " + binary.getFileName() + ": " + e.getMessage(), e);
    }
    FfmpegProcess running = new FfmpegProcess(started, limit);
    running.reader.start();
    Thread.ofVirtual().name("ffmpeg-watchdog").start(running::watch);
    return running;
  }

  /// Runs to the end.
  ///
  /// @return what it printed
  /// @throws FfmpegFailed when it does not end by itself with status 0
  static List<String> run(Path binary, List<String> arguments, Duration limit)
      throws InterruptedException {
    try (FfmpegProcess running = start(binary, arguments, limit)) {
      running.input().close();
      running.finish();
      return running.printed();
    } catch (IOException e) {
      throw new FfmpegFailed("cannot talk to " + binary.getFileName(), e);
    }
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  /// Waits for the end.
  ///
  /// @throws FfmpegFailed when the status is not 0 or the time was over
  void finish() throws InterruptedException {
    int status = process.waitFor();
    reader.join(TimeUnit.SECONDS.toMillis(2));
    if (killedFor != null || status != 0) {
      throw failure(null);
    }
  }

  /// What to throw when the process ended too early.
  FfmpegFailed failure(@Nullable Throwable cause) {
    String killed = killedFor;
    String what =
        killed != null
            ? "ffmpeg was stopped: it " + killed
            : process.isAlive() ? "ffmpeg took no more" : "ffmpeg ended with " + status();
    List<String> all = printed();
    List<String> last = all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size());
    String message = last.isEmpty() ? what : what + ": " + String.join(" | ", last);
    return cause == null ? new FfmpegFailed(message) : new FfmpegFailed(message, cause);
  }

  private String status() {
    return "status " + process.exitValue();
  }

  private List<String> printed() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        synchronized (lines) {
          lines.addLast(line);
          if (lines.size() > LINES_KEPT) {
            lines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      // the process was killed while it printed: there is nothing left to read
    }
  }

  private void watch() {
    try {
      if (!process.waitFor(limit)) {
        kill("did not end within " + limit.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends a process that hangs.
  ///
  /// @param why what it did wrong, for the message of the failure
  void kill(String why) {
    if (process.isAlive()) {
      killedFor = why;
    }
    destroy();
  }

  /// A wrapper script's children would else live on and hold our end of the pipes.
  private void destroy() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /// Kills the process if it still runs and waits until it is gone, interrupted or not.
  @Override
  public void close() {
    destroy();
    process.onExit().join();
  }
}
