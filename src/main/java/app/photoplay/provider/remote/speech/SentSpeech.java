package app.photoplay.provider.remote.speech;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Resampler;
import app.photoplay.media.sound.Sounds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Makes speech of ours fit to be sent to a provider that moves lips to it: that hears nothing
/// above 12 kHz, and many take only small files.
public final class SentSpeech {
  private static final int RATE = 24_000;
  private static final int HEADER = 44;
  private static final int BYTES = 2;

  private SentSpeech() {}

  /// The speech as WAV, 24 kHz, mono, 16 bit: 48 kB a second.
  ///
  /// @param leastSeconds a shorter one is followed by silence
  /// @throws java.io.UncheckedIOException when it cannot be read
  public static byte[] wav(Path speech, double leastSeconds) {
    double[] samples =
        Resampler.resampled(Sounds.readWav(speech), Loudness.SAMPLES_PER_SECOND, RATE);
    int length = Math.max(samples.length, (int) Math.ceil(leastSeconds * RATE));
    int data = length * BYTES;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * BYTES);
    wav.putShort((short) BYTES).putShort((short) (8 * BYTES)).put(ascii("data")).putInt(data);
    for (double sample : samples) {
      wav.putShort((short) Math.round(Math.clamp(sample, -1, 1) * Short.MAX_VALUE));
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
