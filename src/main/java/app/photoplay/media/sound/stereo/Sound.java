package app.photoplay.media.sound.stereo;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.LoudnessMeter;
import app.photoplay.media.sound.TruePeak;
import app.photoplay.media.tool.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Stereo sound at 48 kHz in memory, samples from -1 to 1 and beyond: about 23 MB a minute.
public final class Sound {
  private static final int BLOCK = 1 << 15;

  private final float[] left;
  private final float[] right;

  /// Silence.
  public Sound(int samples) {
    left = new float[samples];
    right = new float[samples];
  }

  /// The samples of the left channel themselves, to be read and changed.
  public float[] left() {
    return left;
  }

  /// The samples of the right channel.
  public float[] right() {
    return right;
  }

  /// How many samples each channel has.
  public int length() {
    return left.length;
  }

  /// Reads 16-bit samples, left and right in turn.
  ///
  /// @throws IOException also when there are fewer than so many
  public static Sound pcm(Path file, int samples) throws IOException {
    Sound sound = new Sound(samples);
    ByteBuffer bytes = ByteBuffer.allocate(4 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file)) {
      for (int at = 0; at < samples; ) {
        bytes.clear().limit(4 * Math.min(BLOCK, samples - at));
        while (bytes.hasRemaining()) {
          if (channel.read(bytes) < 0) {
            throw new IOException("the sound of a clip is shorter than its picture");
          }
        }
        for (ShortBuffer values = bytes.flip().asShortBuffer(); values.hasRemaining(); at++) {
          sound.left[at] = values.get() / 32768f;
          sound.right[at] = values.get() / 32768f;
        }
      }
    }
    return sound;
  }

  /// Reads 32-bit floats from a decoder, as many as asked for; silence follows an early end.
  public static Sound floats(InputStream in, int samples) throws IOException {
    Sound sound = new Sound(samples);
    byte[] bytes = new byte[8 * BLOCK];
    for (int at = 0; at < samples; ) {
      int read = in.readNBytes(bytes, 0, 8 * Math.min(BLOCK, samples - at)) / 8;
      if (read == 0) {
        break;
      }
      FloatBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int end = at + read; at < end; at++) {
        sound.left[at] = values.get();
        sound.right[at] = values.get();
      }
    }
    return sound;
  }

  /// Adds to the sound what another one has at each place.
  ///
  /// @param gains a factor for each sample of the other one
  public void add(Sound other, int at, float[] gains) {
    int count = Math.min(other.length(), length() - at);
    for (int i = 0; i < count; i++) {
      left[at + i] += other.left[i] * gains[i];
      right[at + i] += other.right[i] * gains[i];
    }
  }

  /// Brings it to a loudness, in place. Silence stays as it is.
  ///
  /// @param lufs integrated loudness to reach
  /// @param ceiling of the true peak in dBTP
  public void bring(double lufs, double ceiling) {
    Levels.bring(this, lufs, ceiling);
  }

  /// Writes WAV with 16 bits.
  ///
  /// @throws IOException also when the disk is full
  public void write(Path wav) throws IOException {
    int bytes = Math.multiplyExact(4, left.length);
    ByteBuffer block = ByteBuffer.allocate(4 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel =
        FileChannel.open(
            wav,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      put(channel, block.put(head(bytes)));
      for (int at = 0; at < left.length; ) {
        for (int end = Math.min(left.length, at + BLOCK); at < end; at++) {
          block.putShort(sixteenBits(left[at])).putShort(sixteenBits(right[at]));
        }
        put(channel, block);
      }
    }
    new Output.Wav(wav, 2L * left.length).check();
  }

  private static void put(FileChannel channel, ByteBuffer block) throws IOException {
    block.flip();
    while (block.hasRemaining()) {
      channel.write(block);
    }
    block.clear();
  }

  private static short sixteenBits(float sample) {
    return (short) Math.round(Math.clamp(sample, -1f, 1f) * Short.MAX_VALUE);
  }

  /// What stands before the samples, see "Multimedia Programming Interface and Data Specifications
  /// 1.0", WAVE.
  private static byte[] head(int bytes) {
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    head.putShort((short) 1).putShort((short) 2);
    head.putInt(Loudness.SAMPLES_PER_SECOND).putInt(4 * Loudness.SAMPLES_PER_SECOND);
    head.putShort((short) 4).putShort((short) 16);
    head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return head.array();
  }

  /// Integrated loudness in LUFS.
  public double loudness() {
    LoudnessMeter meter = new LoudnessMeter(2);
    double[] both = new double[2];
    for (int i = 0; i < left.length; i++) {
      both[0] = left[i];
      both[1] = right[i];
      meter.add(both);
    }
    return meter.lufs();
  }

  /// True peak in dBTP.
  public double peak() {
    double peak = Math.max(TruePeak.of(left), TruePeak.of(right));
    return 20 * Math.log10(Math.max(peak, 1e-9));
  }

  /// How many samples last so long.
  public static int samples(double seconds) {
    return (int) Math.round(seconds * Loudness.SAMPLES_PER_SECOND);
  }
}
