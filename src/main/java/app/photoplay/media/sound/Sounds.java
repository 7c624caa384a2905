package app.photoplay.media.sound;

import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.MalformedMp4;
import app.photoplay.media.mp4.Mp4File;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Output;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Reads recordings that people sent. What phones and browsers send is decoded in Java: Opus in
/// Ogg, MP4 and WebM, AAC in MP4 (M4A, videos, video notes), MP3, and samples without a coding or
/// as in telephony (WAV, AIFF, CAF, AU). Other kinds are read by ffmpeg where there is one of
/// version 5 or newer, never by the embedded one, which is too old for bytes of strangers.
///
/// Nothing is decoded that states a longer length than wanted, and decoding stops where that length
/// is passed. Thread-safe.
public final class Sounds {
  /// The largest file that is read.
  public static final long MOST_BYTES = 20L << 20;

  static final Duration LIMIT = Duration.ofSeconds(30);

  private final ForeignDecoder foreign;

  public Sounds(Ffmpeg ffmpeg) {
    this.foreign = new ForeignDecoder(ffmpeg);
  }

  /// Reads a recording to its end, a second of processor time for a minute of sound.
  ///
  /// @param mostSeconds a longer one is not wanted
  /// @throws UncheckedIOException when the file itself cannot be read from the disk
  public SoundAnswer read(Path file, double mostSeconds) throws InterruptedException {
    byte[] bytes;
    try {
      bytes = Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.length == 0) {
      return new SoundAnswer.Unusable(SoundProblem.EMPTY);
    }
    CompletableFuture<SoundAnswer> answer = new CompletableFuture<>();
    Thread worker =
        Thread.ofPlatform()
            .name("sound")
            .daemon()
            .start(() -> {
              try {
                answer.complete(decoded(file, bytes, mostSeconds));
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              }
            });
    try {
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Whatever a decoder throws at bytes of a stranger, or however long it chews on them, it is
      // their file that is broken.
      return new SoundAnswer.Unusable(SoundProblem.BROKEN);
    } finally {
      worker.interrupt();
    }
  }

  private SoundAnswer decoded(Path file, byte[] bytes, double most)
      throws IOException, InterruptedException {
    Optional<SoundKind> kind = SoundKind.of(bytes);
    if (kind.isEmpty()) {
      return new SoundAnswer.Unusable(SoundProblem.NOT_SOUND);
    }
    Optional<IndexedTrack> track = Optional.empty();
    if (kind.get() == SoundKind.MP4) {
      track = Mp4File.of(bytes).track("soun");
      if (track.isEmpty()) {
        return new SoundAnswer.Unusable(SoundProblem.NO_SOUND);
      }
      track.get().proveWhole(bytes.length);
    }
    try {
      return own(kind.get().recorded(bytes, track), most);
    } catch (SoundUnknown e) {
      return foreign.read(kind.get().demuxer(), file, track, most);
    } catch (SoundBroken | MalformedMp4 e) {
      throw e;
    } catch (RuntimeException e) {
      // a decoder of ours met what it does not know, or damage
      if (trusted().isEmpty()) {
        throw e;
      }
      return foreign.read(kind.get().demuxer(), file, track, most);
    }
  }

  private static SoundAnswer own(Recorded recorded, double most) throws IOException {
    double stated = recorded.seconds();
    SoundBuffer sound = new SoundBuffer(most);
    if (stated <= most) {
      recorded.decode(sound);
    }
    return judged(sound, stated, most);
  }

  static SoundAnswer judged(SoundBuffer sound, double stated, double most) {
    if (stated > most || sound.full()) {
      return new SoundAnswer.TooLong(Math.max(stated, sound.seconds()));
    }
    double[] samples = sound.sound();
    if (samples.length == 0) {
      return new SoundAnswer.Unusable(SoundProblem.BROKEN);
    }
    double[] heard = Audible.of(samples);
    return heard.length == 0
        ? new SoundAnswer.Unusable(SoundProblem.SILENT)
        : new SoundAnswer.Decoded(heard);
  }

  /// The samples of a WAV file of ours: 48 kHz, mono, from -1 to 1. Not by `javax.sound`, whose
  /// readers are whatever libraries bring along.
  ///
  /// @throws UncheckedIOException when it cannot be read
  public static double[] readWav(Path file) {
    try {
      SoundBuffer sound = new SoundBuffer(Integer.MAX_VALUE);
      WavSound.of(Files.readAllBytes(file)).decode(sound);
      return sound.sound();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sound", e);
    }
  }

  /// How long such a file is.
  ///
  /// @throws UncheckedIOException when it cannot be read
  public static Duration lengthOfWav(Path file) {
    try {
      return Duration.ofNanos(Math.round(WavSound.of(Files.readAllBytes(file)).seconds() * 1e9));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sound", e);
    }
  }

  /// Writes WAV, 48 kHz, mono, 16 bit.
  ///
  /// @throws IOException when it cannot be written
  public static void writeWav(double[] samples, Path file) throws IOException {
    byte[] pcm = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      long value = Math.round(Math.clamp(samples[i], -1, 1) * Short.MAX_VALUE);
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(Loudness.SAMPLES_PER_SECOND, 16, 1, true, false);
    try (AudioInputStream stream =
        new AudioInputStream(new ByteArrayInputStream(pcm), format, samples.length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
    new Output.Wav(file, samples.length).check();
  }

  /// The ffmpeg that may read files of strangers, if there is one.
  public Optional<Path> trusted() throws InterruptedException {
    return foreign.trusted();
  }
}
