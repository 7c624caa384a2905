package app.photoplay.media.sound;

import app.photoplay.media.mp4.EditList.Part;
import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.Mp4Boxes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import net.sourceforge.jaad.aac.Decoder;

/// AAC in MP4: M4A files, and the sound of videos and video notes. JAAD decodes the packets; its
/// own reader of MP4 is not used, because it never ends on a file that is cut off.
///
/// Only what the file's edit list plays is decoded, and as few packets before it as a decoder needs
/// to begin.
final class Mp4Sound {
  private static final int SAMPLE_ENTRY = 36;

  /// Packets before a part until a decoder that begins there sounds right.
  private static final int LEAD = 4;

  private final byte[] file;
  private final IndexedTrack track;
  private final SoundBuffer sound;

  private Mp4Sound(byte[] file, IndexedTrack track, SoundBuffer sound) {
    this.file = file;
    this.track = track;
    this.sound = sound;
  }

  /// Whether a track holds AAC.
  static boolean decodes(IndexedTrack track) {
    return track.coding().equals("mp4a");
  }

  /// Decodes what is played of a track.
  static void decode(byte[] file, IndexedTrack track, SoundBuffer sound) throws IOException {
    Mp4Sound whole = new Mp4Sound(file, track, sound);
    byte[] settings = settings(track.entry());
    for (Part part : track.parts()) {
      whole.decode(part, Decoder.create(settings));
    }
  }

  private void decode(Part part, Decoder decoder) throws IOException {
    double from = track.sampleAt(part.from());
    double to = track.sampleAt(part.to());
    int last = (int) Math.ceil(to);
    for (int i = Math.max(0, (int) from - LEAD); i < last && !sound.full(); i++) {
      // how much of the packet is played
      double begin = from - i;
      double end = to - i;
      // encoders fill the last packet up and say so by its length
      double filled = i == track.samples() - 1 ? track.lastSeconds() : Double.MAX_VALUE;
      AacPacket.decode(
          decoder,
          track.sample(file, i),
          (channels, length, rate) -> {
            int real = (int) Math.min(length, Math.rint(filled * rate));
            int first = (int) Math.clamp(Math.rint(begin * real), 0, real);
            int behind = (int) Math.clamp(Math.rint(end * real), first, real);
            if (behind > first) {
              sound.agree(channels.size(), rate);
              sound.silentUntil(part.at());
              add(channels, first, behind);
            }
          });
    }
  }

  /// JAAD's samples have the range of 16 bit.
  private void add(List<float[]> channels, int from, int to) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (float[] channel : channels) {
        sum += channel[i];
      }
      sound.add(Math.clamp(sum / channels.size() / 32768, -1, 1));
    }
  }

  /// What the decoder must know (AudioSpecificConfig).
  private static byte[] settings(ByteBuffer entry) {
    int version = entry.getShort(16);
    ByteBuffer more = Mp4Boxes.from(entry, SAMPLE_ENTRY + (version == 1 ? 16 : 0));
    ByteBuffer descriptors =
        Mp4Boxes.find(more, "esds")
            .orElseGet(() -> Mp4Boxes.inside(Mp4Boxes.inside(more, "wave"), "esds"));
    return decoderSettings(Mp4Boxes.from(descriptors, 4));
  }

  /// The content of the descriptors 3, 4 and 5, each inside the one before (ISO/IEC 14496-1).
  private static byte[] decoderSettings(ByteBuffer in) {
    descriptor(in, 3);
    in.getShort();
    int flags = in.get();
    skip(in, (flags & 0x80) != 0 ? 2 : 0);
    skip(in, (flags & 0x40) != 0 ? in.get() & 0xFF : 0);
    skip(in, (flags & 0x20) != 0 ? 2 : 0);
    descriptor(in, 4);
    skip(in, 13);
    byte[] settings = new byte[Math.min(descriptor(in, 5), in.remaining())];
    in.get(settings);
    return settings;
  }

  private static int descriptor(ByteBuffer in, int tag) {
    if (in.get() != tag) {
      throw new SoundBroken("no descriptor " + tag);
    }
    int length = 0;
    for (int i = 0; i < 4; i++) {
      int next = in.get();
      length = (length << 7) | (next & 0x7F);
      if (next >= 0) {
        break;
      }
    }
    return length;
  }

  private static void skip(ByteBuffer in, int count) {
    in.position(in.position() + count);
  }
}
