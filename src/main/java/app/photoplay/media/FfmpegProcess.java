package app.photoplay.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run of ffmpeg. What it prints is always read, so that it never waits for us; it is killed
/// when its time is over or when this is closed, from any thread.
public final class FfmpegProcess implements AutoCloseable {
  private static final int LINES_KEPT = 400;
  private static final int LINES_SHOWN = 8;

  /// What a process that was told to end leaves: 128 and the number of the signal.
  private static final Set<Integer> KILLED = Set.of(128 + 2, 128 + 9, 128 + 15);

  private final Process process;
  private final Duration limit;
  private final Thread reader;
  private final Deque<String> lines = new ArrayDeque<>();
  private volatile boolean outOfTime;

  private FfmpegProcess(Process process, BufferedReader printed, Duration limit) {
    this.process = process;
    this.limit = limit;
    this.reader = Thread.ofPlatform().daemon().name("ffmpeg-reader").unstarted(() -> read(printed));
  }

  /// Starts a binary; what it prints on both channels is kept, last lines first to survive.
  public static FfmpegProcess start(Path binary, List<String> arguments, Duration limit) {
    Process started = started(binary, arguments, true);
    return watched(started, started.inputReader(StandardCharsets.UTF_8), limit);
  }

  /// Starts a binary whose standard output is data, to be read from [#output()] by the caller; what
  /// it prints on the other channel is kept.
  public static FfmpegProcess startDecoding(Path binary, List<String> arguments, Duration limit) {
    Process started = started(binary, arguments, false);
    return watched(started, started.errorReader(StandardCharsets.UTF_8), limit);
  }

  private static Process started(Path binary, List<String> arguments, boolean merged) {
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command).redirectErrorStream(merged).start();
    } catch (IOException e) {
      throw new FfmpegFailed("cannot start " + binary.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static FfmpegProcess watched(Process started, BufferedReader printed, Duration limit) {
    FfmpegProcess running = new FfmpegProcess(started, printed, limit);
    running.reader.start();
    Thread.ofVirtual().name("ffmpeg-watchdog").start(running::watch);
    return running;
  }

  /// Runs to the end.
  ///
  /// @return what it printed
  /// @throws FfmpegFailed when it does not end by itself with status 0
  public static List<String> run(Path binary, List<String> arguments, Duration limit)
      throws InterruptedException {
    try (FfmpegProcess running = start(binary, arguments, limit)) {
      running.input().close();
      running.finish();
      return running.printed();
    } catch (IOException e) {
      throw new FfmpegFailed("cannot talk to " + binary.getFileName(), e);
    }
  }

  /// Its standard input.
  public OutputStream input() {
    return process.getOutputStream();
  }

  /// The data of a process that was started for decoding.
  public InputStream output() {
    return process.getInputStream();
  }

  /// Waits for the end.
  ///
  /// @throws FfmpegFailed when the status is not 0 or the time was over
  public void finish() throws InterruptedException {
    int status = process.waitFor();
    reader.join(TimeUnit.SECONDS.toMillis(2));
    if (outOfTime || status != 0) {
      throw failure(null);
    }
  }

  /// What to throw when the process ended too early.
  public FfmpegFailed failure(@Nullable Throwable cause) {
    String what =
        outOfTime
            ? "ffmpeg was stopped after " + limit.toSeconds() + " s"
            : process.isAlive() ? "ffmpeg took no more" : "ffmpeg ended with " + status();
    List<String> all = printed();
    List<String> last = all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size());
    String message = last.isEmpty() ? what : what + ": " + String.join(" | ", last);
    return new FfmpegFailed(message, cause, gaveUp(all));
  }

  private boolean gaveUp(List<String> all) {
    return !outOfTime
        && !process.isAlive()
        && !KILLED.contains(process.exitValue())
        && all.stream().noneMatch(line -> line.contains("No space left on device"));
  }

  private String status() {
    return "status " + process.exitValue();
  }

  private List<String> printed() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private void read(BufferedReader printed) {
    try (BufferedReader out = printed) {
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
        outOfTime = true;
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Kills the process if it still runs and waits until it is gone, interrupted or not.
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
