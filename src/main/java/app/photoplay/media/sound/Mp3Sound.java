package app.photoplay.media.sound;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/// MP3, decoded by JLayer. Its frames are counted first: their rate may vary, and tags may be
/// larger than the sound. A first frame that only tells about the others (Xing, LAME) is not heard,
/// and neither is what that tells to be padding.
final class Mp3Sound implements Recorded {
  /// By so many samples decoders are late (the filter bank of ISO/IEC 11172-3).
  private static final int DECODER_DELAY = 529;

  /// With less of what it tells a file is cut off.
  private static final double ENOUGH = 0.9;

  private static final int LAME_FLAGS = 8;
  private static final int LAME_DELAYS = 21;

  private final byte[] file;
  private final boolean info;
  private final long skip;
  private final long played;
  private final double rate;

  private Mp3Sound(byte[] file, boolean info, long skip, long played, double rate) {
    this.file = file;
    this.info = info;
    this.skip = skip;
    this.played = played;
    this.rate = rate;
  }

  /// Counts its frames.
  ///
  /// @throws SoundBroken when there is none
  static Mp3Sound of(byte[] file) {
    Bitstream in = new Bitstream(new ByteArrayInputStream(file));
    try {
      double seconds = 0;
      double perFrame = 0;
      double rate = 0;
      for (Header frame = in.readFrame(); frame != null; frame = in.readFrame()) {
        if (rate == 0) {
          rate = frame.frequency();
          perFrame = Math.rint(frame.ms_per_frame() * rate / 1000);
        }
        seconds += frame.ms_per_frame() / 1000.0;
        in.closeFrame();
      }
      if (rate <= 0) {
        throw new SoundBroken("no frame");
      }
      int info = info(file);
      if (info >= 0 && seconds < ENOUGH * told(file, info) * perFrame / rate) {
        throw new SoundBroken("cut off");
      }
      long samples = Math.round(seconds * rate - (info < 0 ? 0 : perFrame));
      int delays = info < 0 ? 0 : delays(file, info);
      int before = delays >>> 12;
      int behind = delays & 0xFFF;
      long skip = delays == 0 ? 0 : before + DECODER_DELAY;
      long played = delays == 0 ? samples : samples - before - behind;
      return new Mp3Sound(file, info >= 0, skip, Math.max(0, played), rate);
    } catch (BitstreamException e) {
      throw new SoundBroken("no frame");
    }
  }

  @Override
  public double seconds() {
    return played / rate;
  }

  @Override
  public void decode(SoundBuffer sound) {
    Bitstream in = new Bitstream(new ByteArrayInputStream(file));
    Decoder decoder = new Decoder();
    boolean told = info;
    long at = -skip;
    try {
      for (Header frame = in.readFrame();
          frame != null && at < played && !sound.full();
          frame = in.readFrame()) {
        if (!told) {
          SampleBuffer pcm = (SampleBuffer) decoder.decodeFrame(frame, in);
          int channels = pcm.getChannelCount();
          int count = pcm.getBufferLength() / channels;
          int from = Math.clamp(-at, 0, count);
          int to = Math.clamp(played - at, from, count);
          short[] kept = Arrays.copyOfRange(pcm.getBuffer(), from * channels, to * channels);
          sound.add(kept, kept.length, channels, pcm.getSampleFrequency());
          at += count;
        }
        told = false;
        in.closeFrame();
      }
    } catch (BitstreamException | DecoderException e) {
      throw new SoundBroken("a frame");
    }
  }

  /// Where the first frame tells about the others; -1 when it is sound like them.
  private static int info(byte[] file) {
    int at = firstFrame(file);
    if (at < 0 || at + 4 > file.length) {
      return -1;
    }
    boolean first = (file[at + 1] & 0x08) != 0;
    boolean mono = (file[at + 3] & 0xC0) == 0xC0;
    int name = at + 4 + (first ? mono ? 17 : 32 : mono ? 9 : 17);
    if (name + 8 > file.length) {
      return -1;
    }
    String said = new String(file, name, 4, StandardCharsets.ISO_8859_1);
    return said.equals("Xing") || said.equals("Info") ? name : -1;
  }

  /// Where the first frame begins; -1 when there is none.
  private static int firstFrame(byte[] file) {
    int at = SoundKind.behindTags(file);
    while (at + 1 < file.length) {
      if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xE0) == 0xE0) {
        return at;
      }
      at++;
    }
    return -1;
  }

  /// How many frames there are by the one that tells; 0 when it does not say.
  private static long told(byte[] file, int info) {
    ByteBuffer in = ByteBuffer.wrap(file);
    boolean tells = (in.getInt(info + 4) & 1) != 0 && info + LAME_FLAGS + 4 <= file.length;
    return tells ? Integer.toUnsignedLong(in.getInt(info + LAME_FLAGS)) : 0;
  }

  /// The encoder's delay and padding, 12 bits each; 0 when it tells none.
  private static int delays(byte[] file, int info) {
    ByteBuffer in = ByteBuffer.wrap(file);
    int flags = in.getInt(info + 4);
    int at = info + LAME_FLAGS;
    at += (flags & 1) != 0 ? 4 : 0;
    at += (flags & 2) != 0 ? 4 : 0;
    at += (flags & 4) != 0 ? 100 : 0;
    at += (flags & 8) != 0 ? 4 : 0;
    if (at + LAME_DELAYS + 3 > file.length || file[at] < 'A' || file[at] > 'z') {
      return 0;
    }
    at += LAME_DELAYS;
    return (file[at] & 0xFF) << 16 | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF);
  }
}
