package app.photoplay.media.sound;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Packets of Opus (RFC 6716) decoded one after the other, in one or two channels, with the gain
/// that the head of their file tells: it must be applied (RFC 7845, 5.1).
final class OpusStream {
  static final int RATE = 48_000;

  private static final String NAME = "OpusHead";

  /// The longest packet: 120 ms.
  private static final int MOST_SAMPLES = RATE * 120 / 1000;

  private final Head head;
  private final double factor;
  private final OpusDecoder decoder;
  private final short[] pcm = new short[MOST_SAMPLES * 2];
  private int count;

  /// What must be known.
  ///
  /// @param skip samples at the beginning that are only there for the decoder
  /// @param gain in 256ths of a decibel
  record Head(int channels, int skip, int gain) {
    Head {
      if (channels < 1 || channels > 2) {
        throw new SoundUnknown("Opus in " + channels + " channels");
      }
    }

    /// As Ogg and Matroska hold it.
    ///
    /// @throws SoundBroken when it is none
    /// @throws SoundUnknown when it tells of more than two channels
    static Head of(byte[] packet) {
      boolean good =
          packet.length >= 19 && new String(packet, 0, 8, StandardCharsets.ISO_8859_1).equals(NAME);
      if (!good) {
        throw new SoundBroken("no head of Opus");
      }
      ByteBuffer in = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
      return of(in.get(9), in.getShort(10), in.getShort(16), in.get(18));
    }

    /// As MP4 holds it: the content of the box `dOps`.
    static Head ofBox(ByteBuffer box) {
      return of(box.get(1), box.getShort(2), box.getShort(8), box.get(10));
    }

    private static Head of(int channels, int skip, int gain, int family) {
      if (family != 0) {
        throw new SoundUnknown("Opus with channels of family " + family);
      }
      return new Head(channels & 0xFF, skip & 0xFFFF, gain);
    }
  }

  OpusStream(Head head) {
    this.head = head;
    this.factor = Loudness.amplitude(head.gain() / 256.0);
    try {
      this.decoder = new OpusDecoder(RATE, head.channels());
    } catch (OpusException e) {
      throw new IllegalStateException(e);
    }
  }

  int channels() {
    return head.channels();
  }

  /// Whether the first bytes of an Ogg file hold the name.
  static boolean named(byte[] file) {
    return new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
        .contains(NAME);
  }

  /// Decodes a packet.
  ///
  /// @return how many samples it holds in each channel
  /// @throws SoundBroken when it is damaged
  int decode(byte[] packet) {
    try {
      count =
          packet.length == 0
              ? 0
              : decoder.decode(packet, 0, packet.length, pcm, 0, MOST_SAMPLES, false);
      return count;
    } catch (OpusException e) {
      throw new SoundBroken("a packet: " + e.getMessage());
    }
  }

  /// Hands on a part of the packet that was decoded last.
  void play(int from, int to, SoundBuffer sound) {
    sound.agree(head.channels(), RATE);
    for (int i = from; i < Math.min(to, count); i++) {
      if (head.channels() == 2) {
        sound.add(level(2 * i), level(2 * i + 1));
      } else {
        sound.add(level(i));
      }
    }
  }

  private double level(int at) {
    return pcm[at] * factor / 32768;
  }

  /// How many samples a packet holds, by its first two bytes (RFC 6716, 3.1).
  static int samples(byte[] packet) {
    if (packet.length == 0) {
      return 0;
    }
    int mode = (packet[0] & 0xFF) >> 3;
    int frame =
        mode < 12
            ? List.of(480, 960, 1920, 2880).get(mode & 3)
            : mode < 16 ? 480 << (mode & 1) : 120 << (mode & 3);
    int frames =
        switch (packet[0] & 3) {
          case 0 -> 1;
          case 1, 2 -> 2;
          default -> packet.length > 1 ? packet[1] & 0x3F : 0;
        };
    return frame * frames;
  }
}
