package app.photoplay.provider.local.piper;

import app.photoplay.media.tool.JavaProgram;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One model in a process of its own, so that its native code cannot end the bot. Not thread-safe.
final class PiperProcess implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;

  /// Starts the program and loads the model: a second or so, and what the model is large.
  ///
  /// @param runtime the jar of ONNX Runtime
  /// @throws IOException with what the runtime says when it does not take the model
  PiperProcess(Path runtime, PiperVoice voice) throws IOException, InterruptedException {
    this.process =
        JavaProgram.start(
            PiperProgram.class.getName(),
            128,
            List.of(runtime),
            List.of(voice.model().toString(), voice.durations()));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    try {
      String status = within(in::readUTF);
      if (!status.equals("ready")) {
        throw new IOException("the voice " + voice.name() + " does not load: " + status);
      }
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Sends one sentence; its answer is read later, so that the next is sent while it is spoken.
  void send(int[] ids, float noise, float length, float rhythm, int speaker) throws IOException {
    out.writeFloat(noise);
    out.writeFloat(length);
    out.writeFloat(rhythm);
    out.writeInt(speaker);
    out.writeInt(ids.length);
    for (int id : ids) {
      out.writeInt(id);
    }
    out.flush();
  }

  /// Reads the answer to the sentence that was sent first of those that wait.
  Answer read() throws IOException, InterruptedException {
    return within(() -> {
      String status = in.readUTF();
      if (!status.equals("ok")) {
        throw new IOException("the voice failed: " + status);
      }
      return new Answer(numbers(), numbers());
    });
  }

  private double[] numbers() throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static <T> T within(Reading<T> reading) throws IOException, InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("piper")
        .start(() -> {
          try {
            answer.complete(reading.read());
          } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException(cause == null ? "the voice broke" : cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new IOException("the voice did not answer in time", e);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /// What was spoken.
  ///
  /// Samples are at the voice's own rate; frames say how long each id takes, and are empty when the
  /// model does not tell.
  static final class Answer {
    private final double[] samples;
    private final double[] frames;

    Answer(double[] samples, double[] frames) {
      this.samples = samples;
      this.frames = frames;
    }

    double[] samples() {
      return samples;
    }

    double[] frames() {
      return frames;
    }
  }
}
