package app.photoplay.media.stitch;

import app.photoplay.media.sound.stereo.CodedSound;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What one piece of work needs: a folder, threads and running ffmpegs. Closing it, whatever
/// happened, ends the ffmpegs at once, then the threads, then removes the folder.
final class StitchWorkspace implements CodedSound.Tools, AutoCloseable {
  private final Path binary;
  private final Path folder;
  private final Queue<ToolProcess> running = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("stitch-", 0).factory());
  private volatile boolean closed;

  /// @param parent of the folder; made when missing
  StitchWorkspace(Path binary, Path parent) {
    this.binary = binary;
    try {
      this.folder = Files.createTempDirectory(Files.createDirectories(parent), "stitch-");
    } catch (IOException e) {
      throw new ToolFailed("cannot make a folder to stitch in: " + e, e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /// Starts an ffmpeg that is fed, or only waited for.
  @Override
  public ToolProcess start(List<String> words, Duration limit) {
    return kept(ToolProcess.start(binary, words, limit));
  }

  /// Starts an ffmpeg whose output is read.
  @Override
  public ToolProcess startDecoding(List<String> words, Duration limit) {
    return kept(ToolProcess.startDecoding(binary, words, limit));
  }

  /// Runs an ffmpeg to its end.
  void run(List<String> words, Duration limit) throws InterruptedException {
    start(words, limit).finish();
  }

  private ToolProcess kept(ToolProcess process) {
    running.add(process);
    if (closed) {
      process.close();
    }
    return process;
  }

  <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }

  /// Waits for what was begun.
  ///
  /// @throws ToolFailed when it failed with files or ffmpeg
  static <T> T outcome(Future<T> begun) throws InterruptedException {
    try {
      return begun.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ClosedByInterruptException _ -> throw new InterruptedException();
        case InterruptedException _ -> throw new InterruptedException();
        case IOException broken -> throw new ToolFailed("stitching failed: " + broken, broken);
        case RuntimeException broken -> throw broken;
        case null, default -> throw new IllegalStateException("stitching failed", e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(ToolProcess::close);
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      // without their ffmpegs they end at once; only a painter could make this wait
      var _ = threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    delete(folder);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Removes a folder with all that is in it, as far as that goes.
  static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new ToolFailed("cannot remove " + folder, e);
    }
  }
}
