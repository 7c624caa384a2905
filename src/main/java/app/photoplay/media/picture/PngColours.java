package app.photoplay.media.picture;

import java.awt.Transparency;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.InflaterInputStream;

/// What a PNG says of its colours, which ImageIO does not read: the chunk `cICP` before `iCCP`
/// before `sRGB` before `gAMA` with `cHRM` (Portable Network Graphics, third edition, 4.3). Values
/// that make no sense are passed over, as browsers do.
final class PngColours {
  private static final int LARGEST_PROFILE = 4 << 20;

  /// The name that stood for PQ before there was `cICP`.
  private static final String PQ_PROFILE = "ITUR_2100_PQ_FULL";

  private static final byte[] PQ = {9, 16, 0, 1};

  /// White, red, green and blue of `cICP` (ITU-T H.273, table 2).
  private static final Map<Integer, double[]> PRIMARIES =
      Map.of(
          4, new double[] {0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08},
          5, new double[] {0.3127, 0.3290, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06},
          6, new double[] {0.3127, 0.3290, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070},
          7, new double[] {0.3127, 0.3290, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070},
          9, new double[] {0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046},
          11, new double[] {0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060},
          12, new double[] {0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060},
          22, new double[] {0.3127, 0.3290, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077});

  private static final double[] SRGB = {0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};

  /// A `gAMA` this near to that of sRGB stands for it.
  private static final double NEARLY = 0.05;

  private static final int LINEAR = 8;
  private static final int PERCEPTUAL = 16;
  private static final int HYBRID = 18;

  private final Map<String, ByteBuffer> chunks;

  private PngColours(Map<String, ByteBuffer> chunks) {
    this.chunks = chunks;
  }

  /// The picture in sRGB: the same one when it is so already.
  ///
  /// @param file whose structure is sound
  static BufferedImage corrected(byte[] file, BufferedImage image) {
    return new PngColours(chunks(ByteBuffer.wrap(file))).corrected(image);
  }

  /// The first of each kind before the pixels.
  private static Map<String, ByteBuffer> chunks(ByteBuffer file) {
    Map<String, ByteBuffer> chunks = new HashMap<>();
    file.position(8);
    while (file.remaining() >= 12) {
      int length = file.getInt();
      String type = PictureOutline.fourLetters(file);
      if (type.equals("IDAT")) {
        break;
      }
      chunks.putIfAbsent(type, file.slice(file.position(), length));
      PictureOutline.skip(file, length + 4);
    }
    return chunks;
  }

  private BufferedImage corrected(BufferedImage image) {
    ByteBuffer coded = chunks.get("cICP");
    if (coded != null && coded.limit() == 4) {
      return coded(coded).map(it -> it.applied(image)).orElse(image);
    }
    ByteBuffer profile = chunks.get("iCCP");
    if (profile != null) {
      String name = name(profile);
      if (name.equals(PQ_PROFILE)) {
        return coded(ByteBuffer.wrap(PQ)).map(it -> it.applied(image)).orElse(image);
      }
      Optional<BufferedImage> converted = profile(profile, name.length() + 2, image);
      if (converted.isPresent()) {
        return converted.get();
      }
    }
    return chunks.containsKey("sRGB")
        ? image
        : measured().map(it -> it.applied(image)).orElse(image);
  }

  private static String name(ByteBuffer profile) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < profile.limit() && profile.get(i) != 0; i++) {
      name.append((char) (profile.get(i) & 0xFF));
    }
    return name.toString();
  }

  /// By its profile, with the JDK's own converter, as JPEG files are.
  private static Optional<BufferedImage> profile(ByteBuffer chunk, int at, BufferedImage image) {
    try {
      byte[] packed = new byte[chunk.limit() - at];
      chunk.get(at, packed);
      byte[] bytes =
          new InflaterInputStream(new ByteArrayInputStream(packed)).readNBytes(LARGEST_PROFILE);
      ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(bytes));
      if (space.isCS_sRGB()) {
        return Optional.of(image);
      }
      BufferedImage plain = plain(image);
      int colours = plain.getRaster().getNumBands() < 3 ? 1 : 3;
      if (space.getNumComponents() != colours) {
        return Optional.empty();
      }
      boolean alpha = plain.getRaster().getNumBands() > colours;
      ComponentColorModel model =
          new ComponentColorModel(
              space,
              alpha,
              false,
              alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
              plain.getRaster().getTransferType());
      BufferedImage meant = new BufferedImage(model, plain.getRaster(), false, null);
      BufferedImage result =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
      new ColorConvertOp(null).filter(meant, result);
      return Optional.of(result);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever is wrong with a profile, the picture is good
    }
  }

  /// Without a palette.
  private static BufferedImage plain(BufferedImage image) {
    if (image.getColorModel() instanceof ComponentColorModel) {
      return image;
    }
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        plain.setRGB(x, y, image.getRGB(x, y));
      }
    }
    return plain;
  }

  /// By code points; empty when they stand for sRGB.
  private static Optional<ColourMeaning> coded(ByteBuffer codes) {
    int primaries = codes.get(0) & 0xFF;
    int transfer = codes.get(1) & 0xFF;
    double[] places = PRIMARIES.getOrDefault(primaries, SRGB);
    DoubleUnaryOperator light = light(transfer);
    if (codes.get(3) == 0) { // brightness from 16 to 235, as in films
      DoubleUnaryOperator full = light;
      light = value -> full.applyAsDouble(Math.clamp((value * 255 - 16) / 219, 0, 1));
    }
    boolean usual = !PRIMARIES.containsKey(primaries) && transfer < LINEAR && transfer != 4;
    return usual && transfer != 5 && codes.get(3) != 0
        ? Optional.empty()
        : Optional.of(new ColourMeaning(light, Matrix.toSrgb(places), transfer == HYBRID));
  }

  /// From a number to light (table 3). Those of television are shown as sRGB, as browsers do.
  private static DoubleUnaryOperator light(int transfer) {
    return switch (transfer) {
      case 4 -> value -> Math.pow(value, 2.2);
      case 5 -> value -> Math.pow(value, 2.8);
      case LINEAR -> value -> value;
      case PERCEPTUAL -> PngColours::perceptual;
      case 17 -> value -> Math.pow(value, 2.6) * 52.37 / 48;
      case HYBRID -> PngColours::hybrid;
      default -> PngColours::usual;
    };
  }

  private static double usual(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /// SMPTE ST 2084, with white at 203 cd/m² (ITU-R BT.2408).
  private static double perceptual(double value) {
    double power = Math.pow(value, 1 / 78.84375);
    double light =
        Math.pow(
            Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
    return light * 10_000 / 203;
  }

  /// HLG to the light of the scene (ITU-R BT.2100).
  private static double hybrid(double value) {
    return value <= 0.5
        ? value * value / 3
        : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  }

  /// By a curve and primaries that were measured; empty when they are those of sRGB, or none.
  private Optional<ColourMeaning> measured() {
    ByteBuffer gamma = chunks.get("gAMA");
    if (gamma == null || gamma.limit() < 4) {
      return Optional.empty();
    }
    double exponent = gamma.getInt(0) / 100_000.0;
    if (exponent < 0.1 || exponent > 10) {
      return Optional.empty();
    }
    boolean usual = Math.abs(exponent * 2.2 - 1) < NEARLY;
    Optional<double[]> places = places();
    if (usual && places.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ColourMeaning(
              usual ? PngColours::usual : value -> Math.pow(value, 1 / exponent),
              Matrix.toSrgb(places.orElse(SRGB)),
              false));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /// The primaries of `cHRM`; empty when they are those of sRGB.
  private Optional<double[]> places() {
    ByteBuffer chunk = chunks.get("cHRM");
    if (chunk == null || chunk.limit() < 32) {
      return Optional.empty();
    }
    double[] places = new double[8];
    boolean other = false;
    for (int i = 0; i < 8; i++) {
      places[i] = chunk.getInt(4 * i) / 100_000.0;
      other |= Math.abs(places[i] - SRGB[i]) > 0.005;
    }
    return other ? Optional.of(places) : Optional.empty();
  }
}
