package app.photoplay.media.stitch;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.LoudnessMeter;
import app.photoplay.media.sound.TruePeak;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Stereo sound at 48 kHz in memory, samples from -1 to 1 and beyond: about 23 MB a minute.
final class Sound {
  private static final int BLOCK = 1 << 15;

  private final float[] left;
  private final float[] right;

  /// Silence.
  Sound(int samples) {
    left = new float[samples];
    right = new float[samples];
  }

  /// The samples themselves, to be read and changed.
  float[] left() {
    return left;
  }

  float[] right() {
    return right;
  }

  int length() {
    return left.length;
  }

  /// Reads 16-bit samples, left and right in turn.
  ///
  /// @throws IOException also when there are fewer than so many
  static Sound pcm(Path file, int samples) throws IOException {
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
  static Sound floats(InputStream in, int samples) throws IOException {
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
  void add(Sound other, int at, float[] gains) {
    int count = Math.min(other.length(), length() - at);
    for (int i = 0; i < count; i++) {
      left[at + i] += other.left[i] * gains[i];
      right[at + i] += other.right[i] * gains[i];
    }
  }

  /// Integrated loudness in LUFS.
  double loudness() {
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
  double peak() {
    double peak = Math.max(TruePeak.of(left), TruePeak.of(right));
    return 20 * Math.log10(Math.max(peak, 1e-9));
  }

  static int samples(double seconds) {
    return (int) Math.round(seconds * Loudness.SAMPLES_PER_SECOND);
  }
}
