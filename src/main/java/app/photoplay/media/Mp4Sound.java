package app.photoplay.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import net.sourceforge.jaad.aac.Decoder;

/// AAC in MP4: M4A files, and the sound of videos and video notes. JAAD decodes the packets; its
/// own reader of MP4 is not used, because it never ends on a file that is cut off.
final class Mp4Sound {
  private Mp4Sound() {}

  static void decode(Mp4Track track, SoundBuffer sound) throws IOException {
    Decoder decoder = Decoder.create(track.settings());
    for (ByteBuffer frame : track.frames()) {
      if (sound.full()) {
        return;
      }
      byte[] packet = new byte[frame.remaining()];
      frame.get(packet);
      decoder.decodeFrame(packet, (channels, length, rate) -> add(sound, channels, length, rate));
    }
  }

  /// JAAD's samples have the range of 16 bit.
  private static void add(SoundBuffer sound, List<float[]> channels, int length, int rate) {
    sound.agree(channels.size(), rate);
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (float[] channel : channels) {
        sum += channel[i];
      }
      sound.add(Math.clamp(sum / channels.size() / 32768, -1, 1));
    }
  }
}
