package app.photoplay.media.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run of ffmpeg or another program. What it prints is always read, so that it never waits for
/// us; it is killed when its time is over or when this is closed, from any thread.
public final class ToolProcess implements AutoCloseable {
  private static final int LINES_KEPT = 400;
  private static final int LINES_SHOWN = 8;

  /// What a process that was told to end leaves: 128 and the number of the signal.
  private static final Set<Integer> KILLED = Set.of(128 + 2, 128 + 9, 128 + 15);

  /// What the system says when there is no room: disk, quota, largest file.
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  /// Becomes the program that it starts, so that it can be killed like it.
  private static final Path NICE = Path.of("/usr/bin/nice");

  private static final Set<String> PASSED_ON =
      Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE");

  private final String name;
  private final Process process;
  private final Duration limit;
  private final Thread reader;
  private final Deque<String> lines = new ArrayDeque<>();
  private volatile @Nullable String killedFor;

  private ToolProcess(Path binary, Process process, BufferedReader printed, Duration limit) {
    this.name = String.valueOf(binary.getFileName());
    this.process = process;
    this.limit = limit;
    this.reader = Thread.ofPlatform().daemon().name("tool-reader").unstarted(() -> read(printed));
  }

  /// Starts a binary; what it prints on both channels is kept, last lines first to survive.
  public static ToolProcess start(Path binary, List<String> arguments, Duration limit) {
    Process started = started(binary, arguments, true);
    return watched(binary, started, started.inputReader(StandardCharsets.UTF_8), limit);
  }

  /// Starts a binary whose standard output is data, to be read from [#output()] by the caller; what
  /// it prints on the other channel is kept.
  public static ToolProcess startDecoding(Path binary, List<String> arguments, Duration limit) {
    Process started = started(binary, arguments, false);
    return watched(binary, started, started.errorReader(StandardCharsets.UTF_8), limit);
  }

  /// Every program that this one starts begins here: it hears nothing of our environment, in which
  /// secrets are, but what programs need to find their files and to write texts. Nor does it get
  /// any of our open files: Java closes them.
  public static ProcessBuilder prepared(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(PASSED_ON);
    return builder;
  }

  private static Process started(Path binary, List<String> arguments, boolean merged) {
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(arguments);
    try {
      return prepared(command).redirectErrorStream(merged).start();
    } catch (IOException e) {
      throw new ToolFailed("cannot start " + binary.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static ToolProcess watched(
      Path binary, Process started, BufferedReader printed, Duration limit) {
    ToolProcess running = new ToolProcess(binary, started, printed, limit);
    running.reader.start();
    Thread.ofVirtual().name("tool-watchdog").start(running::watch);
    return running;
  }

  /// Runs to the end.
  ///
  /// @param made what it is to write
  /// @return what it printed
  /// @throws ToolFailed when it does not end by itself with status 0, or did not write that
  public static List<String> run(
      Path binary, List<String> arguments, Duration limit, Output... made)
      throws InterruptedException {
    try (ToolProcess running = start(binary, arguments, limit)) {
      running.input().close();
      running.finish(made);
      return running.printed();
    } catch (IOException e) {
      throw new ToolFailed("cannot talk to " + binary.getFileName(), e);
    }
  }

  /// The same at a low priority, where the system has such: whatever else wants the processor goes
  /// before it.
  public static List<String> runGently(
      Path binary, List<String> arguments, Duration limit, Output... made)
      throws InterruptedException {
    if (!Files.isExecutable(NICE)) {
      return run(binary, arguments, limit, made);
    }
    List<String> gently = new ArrayList<>(List.of("-n", "15", binary.toString()));
    gently.addAll(arguments);
    return run(NICE, gently, limit, made);
  }

  /// Its standard input.
  public OutputStream input() {
    return process.getOutputStream();
  }

  /// The data of a process that was started for decoding.
  public InputStream output() {
    return process.getInputStream();
  }

  /// What is done with the data of a process.
  public interface Reading<T> {
    T from(InputStream data) throws IOException;
  }

  /// Hands the data of a process that was started for decoding to a reader on a thread of its own,
  /// and waits for both to end. Interrupting ends the waiting at once; closing this then ends the
  /// reader.
  ///
  /// @param made what it is to write besides
  /// @throws IOException when the reader does so
  /// @throws ToolFailed as [#finish]
  public <T> T decoded(Reading<T> reading, Output... made)
      throws IOException, InterruptedException {
    FutureTask<T> task =
        new FutureTask<>(() -> {
          try (InputStream data = process.getInputStream()) {
            return reading.from(data);
          }
        });
    Thread.ofPlatform().daemon().name("tool-data").start(task);
    try {
      process.getOutputStream().close();
      T result = task.get();
      finish(made);
      return result;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException broken -> throw broken;
        case RuntimeException broken -> throw broken;
        case null, default -> throw new IllegalStateException("reading failed", e);
      }
    }
  }

  /// Waits for the end, and proves what it made.
  ///
  /// @throws ToolFailed when the status is not 0, the time was over, or something that it was to
  ///   make is not there as a whole
  public void finish(Output... made) throws InterruptedException {
    int status = process.waitFor();
    reader.join(TimeUnit.SECONDS.toMillis(2));
    // ffmpeg tells that the disk is full and ends with status 0, if only its last bytes were late
    boolean full = made.length > 0 && saysFull(printed());
    if (killedFor != null || status != 0 || full) {
      throw failure(null);
    }
    for (Output output : made) {
      output.prove();
    }
  }

  private static boolean saysFull(List<String> lines) {
    return lines.stream().anyMatch(line -> FULL.stream().anyMatch(line::contains));
  }

  /// What to throw when the process ended too early.
  public ToolFailed failure(@Nullable Throwable cause) {
    String killed = killedFor;
    String what =
        killed != null
            ? " was stopped: it " + killed
            : process.isAlive() ? " took no more" : " ended with " + status();
    List<String> all = printed();
    List<String> last = all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size());
    String said = last.isEmpty() ? "" : ": " + String.join(" | ", last);
    return new ToolFailed(name + what + said, cause, gaveUp(all));
  }

  private boolean gaveUp(List<String> all) {
    return killedFor == null
        && !process.isAlive()
        && !KILLED.contains(process.exitValue())
        && !saysFull(all);
  }

  private String status() {
    return "status " + process.exitValue();
  }

  /// What it printed so far, but for data.
  public List<String> printed() {
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
        kill("did not end within " + limit.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends a process that hangs.
  ///
  /// @param why what it did wrong, for the message of the failure
  public void kill(String why) {
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
