package app.photoplay.media.foreign;

import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The sound of a file from outside.
public final class ForeignSound {
  private static final String STEREO =
      "aresample=async=1:first_pts=0,"
          + "aformat=sample_fmts=flt:sample_rates=48000:channel_layouts=stereo";

  private ForeignSound() {}

  /// Decodes it, with silence behind its end.
  ///
  /// @param file with sound
  /// @param seconds how much of it is wanted
  /// @throws ToolFailed when it cannot be decoded
  public static Sound of(Path ffmpeg, ForeignFile file, double seconds)
      throws IOException, InterruptedException {
    int samples = Sound.samples(seconds);
    List<String> words = file.reading();
    ForeignFile.add(words, "-map 0:a:0 -vn -sn -af " + STEREO + " -t");
    words.add(String.format(Locale.ROOT, "%.6f", seconds));
    ForeignFile.add(words, "-f f32le pipe:1");
    try (ToolProcess decoder = ToolProcess.startDecoding(ffmpeg, words, file.limit())) {
      return decoder.decoded(data -> {
        Sound sound = Sound.floats(data, samples);
        data.transferTo(OutputStream.nullOutputStream());
        return sound;
      });
    }
  }
}
