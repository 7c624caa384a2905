package app.photoplay.provider.local;

import app.photoplay.media.tool.ToolProcess;
import app.photoplay.provider.speech.SpeechStyle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// espeak-ng in a process of its own, so that its licence stays its own and its crash does not end
/// the bot. Started at the first text (about half a second, 50 MB), kept, and started again when it
/// died or did not answer in time. Speaks one text at a time; thread-safe.
final class Espeak {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TRIES = 2;

  /// espeak-ng's own speed.
  private static final double WORDS_A_MINUTE = 175;

  private final EspeakFiles files;
  private final Lock lock = new ReentrantLock();
  private @Nullable Child child;

  Espeak(EspeakFiles files) {
    this.files = files;
  }

  /// Speaks one text; empty when the sound would be longer than this.
  ///
  /// @param voice as espeak-ng calls it
  /// @throws IOException when the program does not start, dies twice, or does not know the voice
  Optional<EspeakSound> say(String voice, SpeechStyle manner, String text, double longestSeconds)
      throws InterruptedException, IOException {
    int rate = Math.toIntExact(Math.round(WORDS_A_MINUTE * manner.speed()));
    int pitch = pitch(manner.semitones());
    lock.lockInterruptibly();
    try {
      for (int attempt = 1; ; attempt++) {
        Child running = running();
        try {
          return running.ask(voice, rate, pitch, text, (int) (longestSeconds * 1000));
        } catch (IOException e) {
          stop(running);
          if (attempt == TRIES) {
            throw e;
          }
        } catch (InterruptedException e) {
          stop(running);
          throw e;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// espeak-ng's own measure, 0 to 99, whole range for whole range. Measured on German and Chinese,
  /// an octave up comes out as 7 to 10 semitones and an octave down as 4: it goes no further.
  private static int pitch(double semitones) {
    return Math.toIntExact(
        Math.clamp(Math.round(50 + 50 * semitones / SpeechStyle.MOST_SEMITONES), 0, 99));
  }

  private Child running() throws IOException {
    Child known = child;
    if (known == null || !known.process.isAlive()) {
      known = new Child(start(files.unpacked()));
      child = known;
    }
    return known;
  }

  private void stop(Child running) {
    running.process.destroyForcibly();
    child = null;
  }

  private static Process start(EspeakFiles.Unpacked unpacked) throws IOException {
    ProcessBuilder builder =
        ToolProcess.prepared(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx48m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                ourClasses(),
                "app.photoplay.espeak.EspeakProgram",
                unpacked.library().toString(),
                unpacked.data().toString()));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String ourClasses() throws IOException {
    try {
      return Path.of(Espeak.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IOException("where is this program?", e);
    }
  }

  /// The running program and its pipes.
  private static final class Child {
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    Child(Process process) {
      this.process = process;
      this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
      this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    Optional<EspeakSound> ask(String voice, int rate, int pitch, String text, int longestMillis)
        throws InterruptedException, IOException {
      CompletableFuture<Optional<EspeakSound>> answer = new CompletableFuture<>();
      Thread.ofVirtual()
          .name("espeak")
          .start(() -> {
            try {
              answer.complete(exchange(voice, rate, pitch, text, longestMillis));
            } catch (IOException | RuntimeException e) {
              answer.completeExceptionally(e);
            }
          });
      try {
        return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new IOException("espeak-ng broke", e.getCause());
      } catch (TimeoutException e) {
        throw new IOException("espeak-ng did not answer in time", e);
      }
    }

    private Optional<EspeakSound> exchange(
        String voice, int rate, int pitch, String text, int longestMillis) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeUTF(voice);
      out.writeInt(rate);
      out.writeInt(pitch);
      out.writeInt(longestMillis);
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
      String status = in.readUTF();
      return switch (status) {
        case "ok" -> Optional.of(EspeakSound.read(in));
        case "long" -> Optional.empty();
        default -> throw new IOException("espeak-ng refused: " + status);
      };
    }
  }
}
