package app.photoplay.media.video;

import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Carries pictures from the threads that draw them to ffmpeg, in order, through a few buffers, so
/// that drawing and encoding overlap.
final class FramePump implements AutoCloseable {
  private final ToolProcess process;
  private final VideoEncoder.Order order;
  private final ExecutorService drawers;
  private final BlockingQueue<byte[]> free;
  private final BlockingQueue<Future<byte[]>> drawn;
  private final Duration timeout;

  /// When the picture that ffmpeg has not yet taken was offered, in nanoseconds; 0 for none.
  private volatile long offered;

  private @Nullable Thread writer;

  /// @param timeout how long ffmpeg may take for one picture before it is killed
  FramePump(ToolProcess process, VideoEncoder.Order order, int threads, Duration timeout) {
    this.timeout = timeout;
    this.process = process;
    this.order = order;
    // Daemons, because a drawing or writing thread must never keep the application alive.
    this.drawers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("draw-", 0).factory());
    int buffers = threads + 2;
    this.free = new ArrayBlockingQueue<>(buffers);
    this.drawn = new ArrayBlockingQueue<>(buffers);
    for (int i = 0; i < buffers; i++) {
      free.add(new byte[Yuv.bytes(order.size())]);
    }
  }

  /// Draws and hands over every picture.
  ///
  /// @throws ToolFailed when ffmpeg takes no more
  void run(VideoEncoder.Planes frames, DoubleConsumer progress) throws InterruptedException {
    FutureTask<@Nullable Void> writing =
        new FutureTask<>(() -> {
          write(progress);
          return null;
        });
    writer = Thread.ofPlatform().daemon().name("ffmpeg-writer").start(writing);
    for (int i = 0; i < order.frames() && !writing.isDone(); i++) {
      int frame = i;
      byte[] buffer = free.poll(100, TimeUnit.MILLISECONDS);
      while (buffer == null && !writing.isDone()) {
        watch();
        buffer = free.poll(100, TimeUnit.MILLISECONDS);
      }
      if (buffer != null) {
        byte[] pixels = buffer;
        drawn.add(
            drawers.submit(() -> {
              frames.draw(frame, pixels);
              return pixels;
            }));
      }
    }
    while (true) {
      try {
        writing.get(100, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        watch();
      } catch (ExecutionException e) {
        throw unwrapped(e);
      }
    }
  }

  private void watch() {
    long since = offered;
    if (since != 0 && System.nanoTime() - since > timeout.toNanos()) {
      process.kill("took no picture for " + timeout.toSeconds() + " s");
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RuntimeException bug) {
      return bug;
    }
    return new IllegalStateException("drawing failed", cause);
  }

  private void write(DoubleConsumer progress) throws ExecutionException, InterruptedException {
    int often = Math.max(1, order.framesPerSecond() / 2);
    try (OutputStream out = process.input()) {
      for (int i = 0; i < order.frames(); i++) {
        byte[] pixels = drawn.take().get();
        offered = System.nanoTime() | 1;
        out.write(pixels);
        offered = 0;
        free.add(pixels);
        if (i % often == 0 || i == order.frames() - 1) {
          progress.accept((i + 1.0) / order.frames());
        }
      }
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private ToolFailed gone(IOException broken) throws InterruptedException {
    try {
      process.finish(); // it is about to end: its last lines say why
      return process.failure(broken);
    } catch (ToolFailed e) {
      e.addSuppressed(broken);
      return e;
    }
  }

  @Override
  public void close() {
    drawers.shutdownNow();
    if (writer != null) {
      writer.interrupt();
    }
  }
}
