package app.photoplay.media;

import java.io.ByteArrayInputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/// MP3, decoded by JLayer.
final class Mp3Sound {
  private Mp3Sound() {}

  /// The length by the size of the file and the first frame's bit rate.
  static double seconds(byte[] file) {
    Bitstream in = new Bitstream(new ByteArrayInputStream(file));
    try {
      Header first = in.readFrame();
      return first == null || first.bitrate() <= 0 ? 0 : file.length * 8.0 / first.bitrate();
    } catch (BitstreamException e) {
      throw new SoundBroken("no frame");
    }
  }

  static void decode(byte[] file, SoundBuffer sound) {
    Bitstream in = new Bitstream(new ByteArrayInputStream(file));
    Decoder decoder = new Decoder();
    try {
      for (Header frame = in.readFrame(); frame != null && !sound.full(); frame = in.readFrame()) {
        SampleBuffer pcm = (SampleBuffer) decoder.decodeFrame(frame, in);
        sound.add(
            pcm.getBuffer(),
            pcm.getBufferLength(),
            pcm.getChannelCount(),
            pcm.getSampleFrequency());
        in.closeFrame();
      }
    } catch (BitstreamException | DecoderException e) {
      throw new SoundBroken("a frame");
    }
  }
}
