package app.photoplay.media.picture;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/// How a photo must be turned to be upright: the EXIF tag 0x0112 with its values 1 to 8.
final class ExifOrientation {
  private ExifOrientation() {}

  /// The orientation that an EXIF block states; `otherwise` when it states none.
  static int of(ByteBuffer exif, int otherwise) {
    byte[] bytes = new byte[exif.remaining()];
    exif.get(bytes);
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(bytes), metadata);
    for (ExifIFD0Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
      Integer value = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      if (value != null && value >= 1 && value <= 8) {
        return value;
      }
    }
    return otherwise;
  }

  /// The upright image: pixel (x, y) of the result is taken from where the tag says it was stored.
  static BufferedImage upright(BufferedImage stored, int orientation) {
    if (orientation == 1) {
      return stored;
    }
    boolean turned = orientation >= 5;
    int width = turned ? stored.getHeight() : stored.getWidth();
    int height = turned ? stored.getWidth() : stored.getHeight();
    BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] source = new Picture(stored).pixels();
    int[] target = new Picture(upright).pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int left = width - 1 - x;
        int up = height - 1 - y;
        int from =
            switch (orientation) {
              case 2 -> y * width + left;
              case 3 -> up * width + left;
              case 4 -> up * width + x;
              case 5 -> x * height + y;
              case 6 -> left * height + y;
              case 7 -> left * height + up;
              case 8 -> x * height + up;
              default -> throw new IllegalArgumentException("orientation " + orientation);
            };
        target[y * width + x] = source[from];
      }
    }
    return upright;
  }
}
