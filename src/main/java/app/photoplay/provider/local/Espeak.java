package app.photoplay.provider.local;

import app.photoplay.media.tool.JavaProgram;
import app.photoplay.provider.local.piper.Phonemizer;
import app.photoplay.provider.speech.SpeechStyle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /// Of the number that espeak-ng gives for the end of a clause: its sign, and whether a sentence
  /// ends there (`translate.h` of 1.52).
  private static final int SIGN = 0xFFFFF;

  private static final int ENDS = 0x80000;

  private static final Map<Integer, String> SIGNS =
      Map.of(0x80028, ".", 0x41014, ",", 0x82028, "?", 0x8302D, "!", 0x4001E, ":", 0x4101E, ";");

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
    Request request =
        new Request(voice, rate, pitch(manner.semitones()), (int) (longestSeconds * 1000), text);
    return ask(request, Espeak::spoken);
  }

  /// The phones of one text, for voices that are not espeak-ng's own.
  ///
  /// @throws IOException as [#say]
  List<Phonemizer.Clause> clauses(String voice, String text)
      throws InterruptedException, IOException {
    return ask(new Request(voice, 0, 0, 0, text), Espeak::phones);
  }

  private <T> T ask(Request request, Answer<T> answer) throws InterruptedException, IOException {
    lock.lockInterruptibly();
    try {
      for (int attempt = 1; ; attempt++) {
        Child running = running();
        try {
          return running.ask(request, answer);
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
    return JavaProgram.start(
        "app.photoplay.espeak.EspeakProgram",
        48,
        List.of(),
        List.of(unpacked.library().toString(), unpacked.data().toString()));
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

    <T> T ask(Request request, Answer<T> read) throws InterruptedException, IOException {
      CompletableFuture<T> answer = new CompletableFuture<>();
      Thread.ofVirtual()
          .name("espeak")
          .start(() -> {
            try {
              send(request);
              answer.complete(read.from(in));
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

    private void send(Request request) throws IOException {
      byte[] bytes = request.text().getBytes(StandardCharsets.UTF_8);
      out.writeUTF(request.voice());
      out.writeInt(request.rate());
      out.writeInt(request.pitch());
      out.writeInt(request.longestMillis());
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }

  private static Optional<EspeakSound> spoken(DataInputStream in) throws IOException {
    String status = in.readUTF();
    return switch (status) {
      case "ok" -> Optional.of(EspeakSound.read(in));
      case "long" -> Optional.empty();
      default -> throw new IOException("espeak-ng refused: " + status);
    };
  }

  private static List<Phonemizer.Clause> phones(DataInputStream in) throws IOException {
    String status = in.readUTF();
    if (!status.equals("ok")) {
      throw new IOException("espeak-ng refused: " + status);
    }
    List<Phonemizer.Clause> clauses = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String phones = in.readUTF();
      int end = in.readInt() & SIGN;
      clauses.add(new Phonemizer.Clause(phones, SIGNS.getOrDefault(end, ""), (end & ENDS) != 0));
    }
    return clauses;
  }

  private record Request(String voice, int rate, int pitch, int longestMillis, String text) {}

  @FunctionalInterface
  private interface Answer<T> {
    T from(DataInputStream in) throws IOException;
  }
}
