package app.photoplay.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.util.function.DoubleUnaryOperator;

/// What the numbers of a picture mean, as primaries and a curve, and how they become sRGB.
///
/// What is brighter than white, as in HDR, is pressed together below it: up to three quarters of
/// white nothing changes, and nothing at all in a picture that has nothing so bright.
///
/// @param light from a number, 0 to 1, to linear light, where 1 is white
/// @param matrix from linear light in its primaries to that of sRGB, row by row
/// @param hybrid whether it is light of the scene, which HLG turns into light of the screen
record ColourMeaning(DoubleUnaryOperator light, Matrix matrix, boolean hybrid) {
  private static final int FINE = 1 << 14;
  private static final double KNEE = 0.75;

  /// What so few pixels are brighter than counts for nothing: 1 of 1000.
  private static final int STRAY = 1000;

  private static final int BINS = 256;
  private static final int[] ENCODED = encoded();

  /// The gamma that HLG adds on a screen of 1000 cd/m² (ITU-R BT.2100).
  private static final double HYBRID_GAMMA = 0.2;

  /// Such a screen to the white of 203 cd/m² (ITU-R BT.2408).
  private static final double HYBRID_WHITE = 1000 / 203.0;

  private static int[] encoded() {
    int[] table = new int[FINE + 1];
    for (int i = 0; i <= FINE; i++) {
      double light = (double) i / FINE;
      double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
      table[i] = (int) Math.round(255 * value);
    }
    return table;
  }

  /// The picture in sRGB.
  ///
  /// @return of [BufferedImage#TYPE_INT_ARGB]
  BufferedImage applied(BufferedImage image) {
    Samples samples = Samples.of(image);
    double[] lights = new double[samples.most() + 1];
    for (int i = 0; i < lights.length; i++) {
      lights[i] = light.applyAsDouble((double) i / samples.most());
    }
    int width = image.getWidth();
    BufferedImage result = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    double peak = lights[lights.length - 1] > 1 || hybrid ? peak(samples, lights, image) : 1;
    int[] in = new int[width * 4];
    int[] row = new int[width];
    double[] pixel = new double[3];
    for (int y = 0; y < image.getHeight(); y++) {
      samples.row(y, in);
      for (int x = 0; x < width; x++) {
        lit(in, x, lights, pixel);
        double scale = pressed(Math.max(pixel[0], Math.max(pixel[1], pixel[2])), peak);
        int alpha = in[4 * x + 3] * 255 / samples.most();
        row[x] =
            alpha << 24
                | number(pixel[0] * scale) << 16
                | number(pixel[1] * scale) << 8
                | number(pixel[2] * scale);
      }
      result.setRGB(0, y, width, 1, row, 0, width);
    }
    return result;
  }

  private void lit(int[] in, int x, double[] lights, double[] pixel) {
    pixel[0] = lights[in[4 * x]];
    pixel[1] = lights[in[4 * x + 1]];
    pixel[2] = lights[in[4 * x + 2]];
    if (hybrid) {
      double bright = 0.2627 * pixel[0] + 0.6780 * pixel[1] + 0.0593 * pixel[2];
      double gain = HYBRID_WHITE * Math.pow(bright, HYBRID_GAMMA);
      pixel[0] *= gain;
      pixel[1] *= gain;
      pixel[2] *= gain;
    }
    matrix.apply(pixel);
  }

  /// The brightest that is not a stray pixel; 1 for nothing above white.
  private double peak(Samples samples, double[] lights, BufferedImage image) {
    int width = image.getWidth();
    int[] counts = new int[BINS];
    int[] in = new int[width * 4];
    double[] pixel = new double[3];
    long all = (long) width * image.getHeight();
    for (int y = 0; y < image.getHeight(); y++) {
      samples.row(y, in);
      for (int x = 0; x < width; x++) {
        lit(in, x, lights, pixel);
        double brightest = Math.max(pixel[0], Math.max(pixel[1], pixel[2]));
        counts[(int) Math.clamp(bin(brightest), 0, BINS - 1)]++;
      }
    }
    long brighter = 0;
    int bin = BINS - 1;
    while (bin > 0 && brighter + counts[bin] <= all / STRAY) {
      brighter += counts[bin--];
    }
    double peak = Math.pow(2, (bin + 1) / 32.0 - 1);
    return peak < 1.05 ? 1 : peak;
  }

  /// 32 for each doubling, from half of white.
  private static double bin(double light) {
    return light <= 0 ? 0 : 32 * (1 + Math.log(light) / Math.log(2));
  }

  /// By what a pixel is multiplied.
  private static double pressed(double brightest, double peak) {
    if (peak <= 1 || brightest <= KNEE) {
      return 1;
    }
    double range = (peak - KNEE) / (1 - KNEE);
    double above = (brightest - KNEE) / (1 - KNEE);
    return (KNEE + (1 - KNEE) * above / (1 + above * (range - 1) / range)) / brightest;
  }

  private static int number(double light) {
    return ENCODED[(int) Math.clamp(Math.rint(light * FINE), 0, FINE)];
  }

  /// The numbers of a picture as they are stored, four for each pixel: red, green, blue, alpha.
  private sealed interface Samples {
    /// The largest number.
    int most();

    void row(int y, int[] into);

    static Samples of(BufferedImage image) {
      int bits = image.getColorModel().getComponentSize(0);
      boolean plain = image.getColorModel() instanceof ComponentColorModel;
      return plain && (bits == 8 || bits == 16)
          ? new Stored(image.getRaster(), (1 << bits) - 1)
          : new Looked(image);
    }
  }

  /// @param raster of one to four bands
  private record Stored(Raster raster, int most) implements Samples {
    @Override
    public void row(int y, int[] into) {
      int bands = raster.getNumBands();
      int width = raster.getWidth();
      int[] row = raster.getPixels(0, y, width, 1, (int[]) null);
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < 3; band++) {
          into[4 * x + band] = row[x * bands + (bands < 3 ? 0 : band)];
        }
        into[4 * x + 3] = bands % 2 == 0 ? row[x * bands + bands - 1] : most;
      }
    }
  }

  /// Of a picture with a palette.
  private record Looked(BufferedImage image) implements Samples {
    @Override
    public int most() {
      return 255;
    }

    @Override
    public void row(int y, int[] into) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        into[4 * x] = colour >> 16 & 255;
        into[4 * x + 1] = colour >> 8 & 255;
        into[4 * x + 2] = colour & 255;
        into[4 * x + 3] = colour >>> 24;
      }
    }
  }
}
