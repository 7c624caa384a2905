package app.photoplay.media.sound;

import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.Mp4File;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.ToolProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Reads recordings that people sent. What phones send is decoded in Java: OGG/Opus, MP3, AAC in
/// MP4 (M4A, videos, video notes) and WAV. Other kinds are read by ffmpeg where there is one of
/// version 5 or newer, never by the embedded one, which is too old for bytes of strangers.
///
/// Nothing is decoded that states a longer length than wanted, and decoding stops where that length
/// is passed. Thread-safe.
public final class Sounds {
  /// The largest file that is read.
  public static final long MOST_BYTES = 20L << 20;

  private static final double SILENCE_DBFS = -55;
  private static final int OLDEST_FFMPEG = 5;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Ffmpeg ffmpeg;

  public Sounds(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
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
    SoundBuffer sound = new SoundBuffer(most);
    String kind = kind(bytes);
    double stated;
    switch (kind) {
      case "wav" -> {
        WavSound wav = WavSound.of(bytes);
        stated = wav.seconds();
        if (stated <= most) {
          wav.decode(sound);
        }
      }
      case "opus" -> {
        OggOpus opus = OggOpus.of(bytes);
        stated = opus.seconds();
        if (stated <= most) {
          opus.decode(sound);
        }
      }
      case "mp3" -> {
        Mp3Sound mp3 = Mp3Sound.of(bytes);
        stated = mp3.seconds();
        if (stated <= most) {
          mp3.decode(sound);
        }
      }
      case "mp4" -> {
        IndexedTrack track =
            Mp4File.of(bytes).track("soun").orElseThrow(() -> new SoundBroken("no sound"));
        if (!Mp4Sound.decodes(track)) {
          return track.followedByFfmpeg()
              ? byFfmpeg("mov", file, most, track.delay())
              : new SoundAnswer.Unusable(SoundProblem.BROKEN);
        }
        stated = track.seconds();
        if (stated <= most) {
          Mp4Sound.decode(bytes, track, sound);
        }
      }
      case "" -> {
        return new SoundAnswer.Unusable(SoundProblem.NOT_SOUND);
      }
      default -> {
        return byFfmpeg(kind, file, most, 0);
      }
    }
    return judged(sound, stated, most);
  }

  private static SoundAnswer judged(SoundBuffer sound, double stated, double most) {
    if (stated > most || sound.full()) {
      return new SoundAnswer.TooLong(Math.max(stated, sound.seconds()));
    }
    double[] samples = sound.sound();
    if (samples.length == 0) {
      return new SoundAnswer.Unusable(SoundProblem.BROKEN);
    }
    return isSilent(samples)
        ? new SoundAnswer.Unusable(SoundProblem.SILENT)
        : new SoundAnswer.Decoded(samples);
  }

  /// Whether no twentieth of a second is as loud as a whisper into the microphone.
  private static boolean isSilent(double[] samples) {
    int window = Loudness.SAMPLES_PER_SECOND / 20;
    double loudest = 0;
    for (int from = 0; from < samples.length; from += window) {
      int to = Math.min(from + window, samples.length);
      double power = 0;
      for (int i = from; i < to; i++) {
        power += samples[i] * samples[i];
      }
      loudest = Math.max(loudest, power / (to - from));
    }
    return 10 * Math.log10(loudest + 1e-12) < SILENCE_DBFS;
  }

  /// @param delay seconds before it begins, which ffmpeg leaves out
  private SoundAnswer byFfmpeg(String demuxer, Path file, double most, double delay)
      throws IOException, InterruptedException {
    Optional<Path> binary = trusted();
    if (binary.isEmpty()) {
      return new SoundAnswer.Unusable(SoundProblem.NEEDS_FFMPEG);
    }
    String words =
        "-nostdin -hide_banner -loglevel error -protocol_whitelist file,pipe -f DEMUXER -i FILE"
            + " -map 0:a:0 -t SECONDS -ac 1 -ar 48000 -f s16le pipe:1";
    List<String> arguments =
        Arrays.stream(words.split(" "))
            .map(word ->
                switch (word) {
                  case "DEMUXER" -> demuxer;
                  case "FILE" -> "file:" + file.toAbsolutePath();
                  case "SECONDS" -> String.valueOf(most + 1);
                  default -> word;
                })
            .toList();
    // through a pipe: what a full disk cut off a file would pass for the whole
    try (ToolProcess decoder = ToolProcess.startDecoding(binary.get(), arguments, LIMIT)) {
      byte[] decoded = decoder.decoded(InputStream::readAllBytes);
      SoundBuffer sound = new SoundBuffer(most);
      ByteBuffer pcm = ByteBuffer.wrap(decoded).order(ByteOrder.LITTLE_ENDIAN);
      sound.agree(1, Loudness.SAMPLES_PER_SECOND);
      sound.silentUntil(delay);
      while (pcm.remaining() >= 2) {
        sound.add(pcm.getShort() / 32768.0);
      }
      return judged(sound, 0, most);
    }
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
    return ffmpeg
        .find()
        .binary()
        .filter(it -> it.origin() != Ffmpeg.Origin.EMBEDDED && major(it.version()) >= OLDEST_FFMPEG)
        .map(Ffmpeg.Binary::path);
  }

  /// Builds from the development branch name no version (`N-109542-g...`); they are newer.
  private static int major(String version) {
    String digits = version.replaceFirst("^n", "").replaceFirst("[^0-9].*", "");
    return digits.isEmpty() ? OLDEST_FFMPEG : Integer.parseInt(digits);
  }

  /// What the first bytes say: one of ours, the name of ffmpeg's demuxer, or empty.
  private static String kind(byte[] file) {
    String head = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("RIFF") && head.endsWith("WAVE")) {
      return "wav";
    }
    if (head.startsWith("OggS")) {
      return OggOpus.matches(file) ? "opus" : "ogg";
    }
    if (head.startsWith("ftyp", 4)) {
      return "mp4";
    }
    if (head.startsWith("fLaC")) {
      return "flac";
    }
    if (head.startsWith("#!AMR")) {
      return "amr";
    }
    if (head.startsWith("\u001AE\u00DF\u00A3")) {
      return "matroska";
    }
    boolean sync = file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xE0) == 0xE0;
    if (sync && (file[1] & 0x06) == 0) {
      return "aac";
    }
    return head.startsWith("ID3") || sync ? "mp3" : "";
  }
}
