package app.photoplay.media;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Opus in Ogg, as phones record voice notes: RFC 3533 and RFC 7845. One stream, one or two
/// channels.
final class OggOpus {
  private static final int RATE = 48_000;

  /// The longest packet: 120 ms.
  private static final int MOST_SAMPLES = RATE * 120 / 1000;

  private static final int HEADER = 27;

  private OggOpus() {}

  static boolean matches(byte[] file) {
    return file.length > HEADER + 16
        && new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
            .contains("OpusHead");
  }

  /// The length that the last page states.
  static double seconds(byte[] file) {
    for (int at = file.length - HEADER; at >= 0; at--) {
      if (file[at] == 'O' && file[at + 1] == 'g' && file[at + 2] == 'g' && file[at + 3] == 'S') {
        return (double) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(at + 6) / RATE;
      }
    }
    return 0;
  }

  static void decode(byte[] file, SoundBuffer sound) {
    int channels = 0;
    int skip = 0;
    int packets = 0;
    OpusDecoder decoder = null;
    short[] pcm = new short[MOST_SAMPLES * 2];
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    int at = 0;
    while (at + HEADER <= file.length && !sound.full()) {
      if (file[at] != 'O' || file[at + 1] != 'g' || file[at + 2] != 'g' || file[at + 3] != 'S') {
        throw new SoundBroken("no page at " + at);
      }
      int segments = file[at + 26] & 0xFF;
      int data = at + HEADER + segments;
      for (int i = 0; i < segments; i++) {
        int length = i + at + HEADER < file.length ? file[at + HEADER + i] & 0xFF : 0;
        if (data + length > file.length) {
          throw new SoundBroken("cut off");
        }
        packet.write(file, data, length);
        data += length;
        if (length == 255) {
          continue;
        }
        byte[] bytes = packet.toByteArray();
        packet.reset();
        packets++;
        if (packets == 1) {
          channels = channels(bytes);
          skip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xFFFF;
          decoder = decoder(channels);
        } else if (packets > 2 && decoder != null && bytes.length > 0) {
          int count = decode(decoder, bytes, pcm);
          int dropped = Math.min(skip, count);
          skip -= dropped;
          short[] kept = Arrays.copyOfRange(pcm, dropped * channels, count * channels);
          sound.add(kept, kept.length, channels, RATE);
        }
      }
      at = data;
    }
  }

  private static int channels(byte[] head) {
    boolean good =
        head.length >= 19 && new String(head, 0, 8, StandardCharsets.ISO_8859_1).equals("OpusHead");
    if (!good || head[18] != 0 || head[9] < 1 || head[9] > 2) {
      throw new SoundBroken("no head of Opus in one or two channels");
    }
    return head[9];
  }

  private static OpusDecoder decoder(int channels) {
    try {
      return new OpusDecoder(RATE, channels);
    } catch (OpusException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int decode(OpusDecoder decoder, byte[] packet, short[] pcm) {
    try {
      return decoder.decode(packet, 0, packet.length, pcm, 0, MOST_SAMPLES, false);
    } catch (OpusException e) {
      throw new SoundBroken("a packet: " + e.getMessage());
    }
  }
}
