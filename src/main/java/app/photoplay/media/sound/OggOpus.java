package app.photoplay.media.sound;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Opus in Ogg, as phones record voice notes: RFC 3533 and RFC 7845. One stream, one or two
/// channels.
///
/// What is played lies between two numbers of samples: the head tells how many are skipped at the
/// beginning, the last page where the end is, although more may be coded behind it.
final class OggOpus {
  private static final int RATE = 48_000;

  /// The longest packet: 120 ms.
  private static final int MOST_SAMPLES = RATE * 120 / 1000;

  private static final int HEADER = 27;
  private static final String HEAD = "OpusHead";

  private final int channels;
  private final int skip;
  private final List<byte[]> packets;
  private final long played;

  private OggOpus(int channels, int skip, List<byte[]> packets, long played) {
    this.channels = channels;
    this.skip = skip;
    this.packets = packets;
    this.played = played;
  }

  static boolean matches(byte[] file) {
    return file.length > HEADER + 16
        && new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
            .contains(HEAD);
  }

  /// Reads the pages.
  ///
  /// @throws SoundBroken when the file is cut off, or holds more than this one stream of Opus
  static OggOpus of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> packets = new ArrayList<>();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    long coded = 0;
    long begin = -1;
    long end = 0;
    int at = 0;
    while (at + HEADER <= file.length) {
      if (file[at] != 'O' || file[at + 1] != 'g' || file[at + 2] != 'g' || file[at + 3] != 'S') {
        throw new SoundBroken("no page at " + at);
      }
      if (in.getInt(at + 14) != in.getInt(14)) {
        throw new SoundBroken("several streams");
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
        if (length < 255) {
          packets.add(packet.toByteArray());
          coded += packets.size() > 2 ? samples(packets.getLast()) : 0;
          packet.reset();
        }
      }
      long granule = in.getLong(at + 6);
      if (coded > 0 && granule >= 0) {
        // a recording that was cut out of a longer one does not begin at 0
        begin = begin < 0 ? Math.max(0, granule - coded) : begin;
        end = granule;
      }
      at = data;
    }
    if (packets.size() < 3) {
      throw new SoundBroken("no packet of sound");
    }
    byte[] head = packets.getFirst();
    int channels = channels(head);
    int skip = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xFFFF;
    return new OggOpus(
        channels,
        skip,
        packets.subList(2, packets.size()),
        Math.clamp(end - Math.max(0, begin) - skip, 0, Math.max(0, coded - skip)));
  }

  /// How long it is played.
  double seconds() {
    return (double) played / RATE;
  }

  void decode(SoundBuffer sound) {
    OpusDecoder decoder = decoder(channels);
    short[] pcm = new short[MOST_SAMPLES * 2];
    long at = -skip;
    for (byte[] packet : packets) {
      if (at >= played || sound.full()) {
        return;
      }
      if (packet.length > 0) {
        int count = decode(decoder, packet, pcm);
        int from = Math.clamp(-at, 0, count);
        int to = Math.clamp(played - at, from, count);
        short[] kept = Arrays.copyOfRange(pcm, from * channels, to * channels);
        sound.add(kept, kept.length, channels, RATE);
        at += count;
      }
    }
  }

  /// How many samples a packet holds, by its first two bytes (RFC 6716, 3.1).
  private static int samples(byte[] packet) {
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

  private static int channels(byte[] head) {
    boolean good =
        head.length >= 19 && new String(head, 0, 8, StandardCharsets.ISO_8859_1).equals(HEAD);
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
