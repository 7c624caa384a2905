package app.photoplay.media.sound;

import app.photoplay.media.mp4.EditList.Part;
import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.Mp4Boxes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import net.sourceforge.jaad.aac.Decoder;

/// AAC and Opus in MP4: M4A files, and the sound of videos and video notes. JAAD decodes the
/// packets of AAC; its own reader of MP4 is not used, because it never ends on a file that is cut
/// off.
///
/// Only what the file's edit list plays is decoded, and as few packets before it as a decoder needs
/// to begin.
final class Mp4Sound implements Recorded {
  private static final int SAMPLE_ENTRY = 36;

  /// Kinds of AAC that JAAD decodes (ISO/IEC 14496-3, 1.5.1): Main, LC, SSR, LTP, and LC with the
  /// two ways in which its upper half and its sides are told apart from it.
  private static final Set<Integer> AAC = Set.of(1, 2, 3, 4, 5, 29);

  /// How a file names AAC among what an `mp4a` may be; MP3 has other numbers.
  private static final Set<Integer> NAMED_AAC = Set.of(0x40, 0x66, 0x67, 0x68);

  /// Packets before a part until a decoder that begins there sounds right.
  private static final int LEAD = 4;

  private final byte[] file;
  private final IndexedTrack track;
  private final Decoders decoder;
  private final double skip;

  /// A decoder of packets that follow one another.
  private interface Packets {
    /// @param filled seconds of the packet that are no filling
    /// @param begin and `end`: the part of it that is played, 0 to 1 or beyond
    void decode(byte[] packet, double filled, double begin, double end, Player player)
        throws IOException;
  }

  private interface Decoders {
    Packets fresh() throws IOException;
  }

  private interface Player {
    SoundBuffer ready(int channels, int rate);
  }

  private Mp4Sound(byte[] file, IndexedTrack track, Decoders decoder, double skip) {
    this.file = file;
    this.track = track;
    this.decoder = decoder;
    this.skip = skip;
  }

  /// Reads how a track is coded.
  ///
  /// @throws SoundUnknown when it is neither AAC nor Opus
  static Mp4Sound of(byte[] file, IndexedTrack track) {
    return switch (track.coding()) {
      case "mp4a" -> {
        byte[] settings = settings(track.entry());
        if (settings.length == 0 || !AAC.contains((settings[0] & 0xFF) >> 3)) {
          throw new SoundUnknown("another kind of AAC");
        }
        yield new Mp4Sound(file, track, () -> new Aac(Decoder.create(settings)), 0);
      }
      case "Opus" -> {
        OpusStream.Head head =
            OpusStream.Head.ofBox(
                Mp4Boxes.inside(Mp4Boxes.from(track.entry(), SAMPLE_ENTRY), "dOps"));
        double skip = track.edited() ? 0 : (double) head.skip() / OpusStream.RATE;
        yield new Mp4Sound(file, track, () -> new Opus(new OpusStream(head)), skip);
      }
      default -> throw new SoundUnknown(track.coding());
    };
  }

  @Override
  public double seconds() {
    return track.seconds();
  }

  @Override
  public void decode(SoundBuffer sound) throws IOException {
    for (Part part : track.parts()) {
      decode(part, decoder.fresh(), sound);
    }
  }

  private void decode(Part part, Packets packets, SoundBuffer sound) throws IOException {
    double from = track.sampleAt(part.from() + track.units(skip));
    double to = track.sampleAt(part.to());
    int last = (int) Math.ceil(to);
    for (int i = Math.max(0, (int) from - LEAD); i < last && !sound.full(); i++) {
      // encoders fill the last packet up and say so by its length
      double filled = i == track.samples() - 1 ? track.lastSeconds() : Double.MAX_VALUE;
      packets.decode(
          track.sample(file, i),
          filled,
          from - i,
          to - i,
          (channels, rate) -> {
            sound.agree(channels, rate);
            sound.silentUntil(part.at());
            return sound;
          });
    }
  }

  private record Aac(Decoder decoder) implements Packets {
    @Override
    public void decode(byte[] packet, double filled, double begin, double end, Player player)
        throws IOException {
      AacPacket.decode(
          decoder,
          packet,
          (channels, length, rate) -> {
            int real = (int) Math.min(length, Math.rint(filled * rate));
            int first = (int) Math.clamp(Math.rint(begin * real), 0, real);
            int behind = (int) Math.clamp(Math.rint(end * real), first, real);
            if (behind > first) {
              add(channels, first, behind, player.ready(channels.size(), rate));
            }
          });
    }

    /// JAAD's samples have the range of 16 bit.
    private static void add(List<float[]> channels, int from, int to, SoundBuffer sound) {
      for (int i = from; i < to; i++) {
        if (channels.size() == 2) {
          sound.add(channels.getFirst()[i] / 32768, channels.getLast()[i] / 32768);
          continue;
        }
        double sum = 0;
        for (float[] channel : channels) {
          sum += channel[i];
        }
        sound.add(sum / channels.size() / 32768);
      }
    }
  }

  private record Opus(OpusStream stream) implements Packets {
    @Override
    public void decode(byte[] packet, double filled, double begin, double end, Player player) {
      int length = stream.decode(packet);
      int real = (int) Math.min(length, Math.rint(filled * OpusStream.RATE));
      int first = (int) Math.clamp(Math.rint(begin * real), 0, real);
      int behind = (int) Math.clamp(Math.rint(end * real), first, real);
      if (behind > first) {
        stream.play(first, behind, player.ready(stream.channels(), OpusStream.RATE));
      }
    }
  }

  /// What the decoder must know (AudioSpecificConfig).
  private static byte[] settings(ByteBuffer entry) {
    int version = entry.getShort(16);
    int longer = version == 1 ? 16 : version == 2 ? 36 : 0;
    ByteBuffer more = Mp4Boxes.from(entry, SAMPLE_ENTRY + longer);
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
    int named = in.get() & 0xFF;
    if (!NAMED_AAC.contains(named)) {
      throw new SoundUnknown("an mp4a of kind " + named);
    }
    skip(in, 12);
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
