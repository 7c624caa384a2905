package app.photoplay.media.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes a picture whose outline is known to be sound.
final class PictureDecoder {
  /// A picture with more pixels is decoded with every second, third, ... pixel left out, so that
  /// decoding needs at most 8 bytes times this, whatever the picture's size and depth.
  private static final long MOST_DECODED = 16_000_000;

  /// What shows through where a picture is transparent.
  private static final int BACKDROP = 0xD9D9D9;

  /// Data that were left over where the next part of the picture begins: the parts do not follow
  /// one another. A few bytes are a habit of some cameras.
  private static final Pattern UNDECODED =
      Pattern.compile("(\\d{2,}) extraneous bytes before marker 0xd[0-7]");

  private PictureDecoder() {}

  static PictureAnswer decode(byte[] bytes, PictureOutline.Sound outline) {
    BufferedImage decoded;
    try {
      decoded = decoded(bytes, outline);
      if (outline.format() == PictureOutline.Format.PNG) {
        decoded = PngColours.corrected(bytes, decoded);
      }
    } catch (IOException | RuntimeException e) {
      // Decoders meet a stranger's bytes here; some answer damage with an index out of bounds.
      return new PictureAnswer.Unreadable(PhotoProblem.BROKEN);
    }
    Picture opaque = new Picture(opaque(decoded)).within(Pictures.LONGEST_KEPT);
    return new PictureAnswer.Decoded(
        new Picture(ExifOrientation.upright(opaque.image(), outline.orientation())));
  }

  private static BufferedImage decoded(byte[] bytes, PictureOutline.Sound outline)
      throws IOException {
    byte[] file =
        outline.format() == PictureOutline.Format.JPEG ? JpegStructure.closed(bytes) : bytes;
    ImageReader reader = ImageIO.getImageReadersByFormatName(outline.format().reader()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      boolean[] damaged = new boolean[1];
      reader.addIIOReadWarningListener((_, warning) -> damaged[0] |= isDamage(warning));
      reader.setInput(in, true, true);
      ImageReadParam settings = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) outline.stored().pixels() / MOST_DECODED));
      settings.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, settings);
      if (damaged[0]) {
        throw new IOException("the picture is damaged");
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  /// Whether a warning of the JPEG decoder (libjpeg's words) means that part of the picture is
  /// lost, where it fills in grey; it also warns about harmless oddities such as extra bytes.
  private static boolean isDamage(String warning) {
    return warning.contains("remature end")
        || warning.contains("bad Huffman code")
        || warning.contains("found marker")
        || UNDECODED.matcher(warning).find();
  }

  private static BufferedImage opaque(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    ColorModel model = image.getColorModel();
    int space = model.getColorSpace().getType();
    if (space == ColorSpace.TYPE_GRAY && model.getTransferType() <= 1) {
      return fromGrey(image);
    }
    BufferedImage rgb = image;
    if (!model.getColorSpace().isCS_sRGB()) {
      rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
      new ColorConvertOp(null).filter(image, rgb);
    }
    return flattened(rgb);
  }

  private static BufferedImage flattened(BufferedImage image) {
    int width = image.getWidth();
    BufferedImage flat = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int alpha = row[x] >>> 24;
        if (alpha < 255) {
          row[x] =
              blend(row[x] >> 16, BACKDROP >> 16, alpha) << 16
                  | blend(row[x] >> 8, BACKDROP >> 8, alpha) << 8
                  | blend(row[x], BACKDROP, alpha);
        }
      }
      flat.setRGB(0, y, width, 1, row, 0, width);
    }
    return flat;
  }

  private static int blend(int over, int under, int alpha) {
    return ((over & 0xFF) * alpha + (under & 0xFF) * (255 - alpha) + 127) / 255;
  }

  /// Grey samples are taken as they are: Java's own conversion believes grey to be linear light and
  /// brightens 16-bit and half-transparent pictures.
  private static BufferedImage fromGrey(BufferedImage image) {
    int width = image.getWidth();
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int shift = image.getColorModel().getComponentSize(0) - 8;
    BufferedImage flat = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] samples = new int[width * bands];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        int grey = samples[x * bands] >> shift;
        if (bands > 1) {
          grey = blend(grey, BACKDROP, samples[x * bands + 1] >> shift);
        }
        row[x] = grey * 0x010101;
      }
      flat.setRGB(0, y, width, 1, row, 0, width);
    }
    return flat;
  }
}
