package app.photoplay;

import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Photos as cameras store them that were held upright.
final class TurnedPhoto {
  private TurnedPhoto() {}

  /// The photo lying on its left side; orientation 6 stands it up again.
  static byte[] lying(byte[] photo) throws IOException {
    BufferedImage upright = ImageIO.read(new ByteArrayInputStream(photo));
    int width = upright.getWidth();
    int height = upright.getHeight();
    BufferedImage lying = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        lying.setRGB(y, width - 1 - x, upright.getRGB(x, y));
      }
    }
    return PhotoFiles.encoded(lying, "jpeg");
  }
}
