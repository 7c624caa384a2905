package app.photoplay.testkit;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// How large a picture is, in pixels.
final class PictureSize {
  private PictureSize() {}

  static Dimension of(Path photo) {
    try (var in = ImageIO.createImageInputStream(Files.newInputStream(photo))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new Dimension(800, 600);
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      return new Dimension(reader.getWidth(0), reader.getHeight(0));
    } catch (IOException _) {
      // not a picture: Telegram would not take it, tests of hostile input want it all the same
      return new Dimension(800, 600);
    }
  }
}
