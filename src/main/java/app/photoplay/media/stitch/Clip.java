package app.photoplay.media.stitch;

import app.photoplay.media.Size;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// A clip that has been through the [Normaliser]: a folder with the picture (H.264 in an MP4), the
/// sound (48 kHz, stereo, 16 bits, as long as the picture) and what was found out about them.
///
/// @param frames how many pictures
/// @param loudness of its sound in LUFS; negative infinity when it is silent
/// @param standIn whether it stands for a scene that is missing
public record Clip(Path folder, Format format, int frames, double loudness, boolean standIn) {
  private static final String FACTS = "clip.properties";

  /// Finds a clip again that was normalised earlier.
  ///
  /// @throws IOException when the folder holds none
  public static Clip open(Path folder) throws IOException {
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(FACTS))) {
      facts.load(reader);
      Size size = new Size(number(facts, "width"), number(facts, "height"));
      return new Clip(
          folder,
          new Format(size, number(facts, "rate"), number(facts, "bits")),
          number(facts, "frames"),
          Double.parseDouble(facts.getProperty("loudness", "")),
          Boolean.parseBoolean(facts.getProperty("stand-in")));
    } catch (IllegalArgumentException e) {
      throw new IOException("the facts of the clip are broken", e);
    }
  }

  /// Writes down what [#open] reads, after everything else of the clip.
  void remember() throws IOException {
    String facts =
        """
        width=%d
        height=%d
        rate=%d
        bits=%d
        frames=%d
        loudness=%s
        stand-in=%s
        """
            .formatted(
                format.size().width(),
                format.size().height(),
                format.framesPerSecond(),
                format.bitsPerSecond(),
                frames,
                loudness,
                standIn);
    Files.writeString(folder.resolve(FACTS), facts);
  }

  private static int number(Properties facts, String name) {
    return Integer.parseInt(facts.getProperty(name, ""));
  }

  Path picture() {
    return folder.resolve("picture.mp4");
  }

  Path sound() {
    return folder.resolve("sound.pcm");
  }
}
