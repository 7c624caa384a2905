package app.photoplay.media.sound;

import net.sourceforge.jaad.aac.Decoder;
import net.sourceforge.jaad.aac.Receiver;

/// One packet of AAC for JAAD, whose table of values ends with 8190: the largest one that ISO/IEC
/// 14496-3 allows, 8191, is outside of it. Clear tones, a whistle say, are coded so by ffmpeg.
final class AacPacket {
  /// How 8191 is written behind its code word: eight ones, a zero, and its lower twelve bits.
  private static final int LARGEST = 0b11111111_0_111111111111;

  private static final int LENGTH = 21;

  private AacPacket() {}

  static void decode(Decoder decoder, byte[] packet, Receiver receiver) {
    try {
      decoder.decodeFrame(packet, receiver);
    } catch (ArrayIndexOutOfBoundsException e) {
      decoder.decodeFrame(lowered(packet), receiver);
    }
  }

  /// The same with 8190 for 8191, which nobody hears. What only looks like it in a packet of usual
  /// length is rarer than one in five hundred.
  private static byte[] lowered(byte[] packet) {
    byte[] lowered = packet.clone();
    int seen = 0;
    for (int bit = 0; bit < 8 * packet.length; bit++) {
      int next = packet[bit >> 3] >> (7 - (bit & 7)) & 1;
      seen = (seen << 1 | next) & ((1 << LENGTH) - 1);
      if (bit >= LENGTH && seen == LARGEST) {
        lowered[bit >> 3] &= (byte) ~(1 << (7 - (bit & 7)));
      }
    }
    return lowered;
  }
}
