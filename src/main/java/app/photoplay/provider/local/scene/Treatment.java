package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;

/// What a look does to a pane beside its colours: lines, paper, squares, soft light. Lengths are
/// parts of the plate's height, so that a picture looks the same at every size.
final class Treatment {
  private static final int LINE = 0x14121F;
  private static final double LINE_WIDTH = 0.0026;
  private static final int EDGE = 40;
  private static final double CELL = 1 / 190.0;
  private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  private final Look look;
  private final int width;
  private final int height;

  Treatment(Look look, Size plate) {
    this.look = look;
    this.width = plate.width();
    this.height = plate.height();
  }

  /// Changes a pane.
  ///
  /// @param pixels premultiplied
  /// @param backdrop whether it is the farthest one, which has no edges
  void apply(int[] pixels, boolean backdrop) {
    switch (look) {
      case PLAIN, CINEMATIC -> look.grade(pixels);
      case DOCUMENTARY -> {
        look.grade(pixels);
        texture(pixels, 0.0016, 9, 0.02, 6);
      }
      case ANIME -> {
        int[] flat = pixels.clone();
        look.grade(pixels);
        if (!backdrop) {
          Look.change(pixels, Treatment::flat);
        }
        outline(flat, pixels);
      }
      case WATERCOLOUR -> {
        wobble(pixels);
        look.grade(pixels);
        pool(pixels);
        texture(pixels, 0.003, 12, 0.16, 13);
      }
      case THREE_D -> {
        look.grade(pixels);
        if (!backdrop) {
          Relief.model(pixels, width, height);
        }
      }
      case PIXEL -> {
        look.grade(pixels);
        squares(pixels, backdrop);
      }
      case VINTAGE -> {
        look.grade(pixels);
        texture(pixels, 0.0022, 20, 0.3, 16);
      }
    }
  }

  /// Few steps of brightness.
  private static int flat(int colour) {
    int grey = (54 * (colour >> 16 & 255) + 183 * (colour >> 8 & 255) + 19 * (colour & 255)) >> 8;
    int step = Math.min(255, (grey + 14) / 28 * 28);
    return Tint.shifted(colour, step - grey);
  }

  /// Dark lines where things end or another colour begins.
  private void outline(int[] before, int[] pixels) {
    int wide = Math.max(1, (int) Math.round(LINE_WIDTH * height));
    for (int y = 0; y + wide < height; y++) {
      for (int x = 0; x + wide < width; x++) {
        int at = y * width + x;
        int here = before[at];
        int edge =
            Math.max(
                difference(here, before[at + wide]), difference(here, before[at + wide * width]));
        if (edge > EDGE) {
          int seen = Math.max(pixels[at] >>> 24, edge > 200 ? 255 : 0);
          if (seen > 0) {
            int part = Math.min(200, (edge - EDGE) * 5);
            int colour =
                Tint.mix(
                    Look.whole(pixels[at], Math.max(1, pixels[at] >>> 24)), LINE, part / 256.0);
            pixels[at] = Look.premultiplied(colour, Math.max(pixels[at] >>> 24, part));
          }
        }
      }
    }
  }

  private static int difference(int one, int other) {
    int most = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
      most = Math.max(most, Math.abs((one >>> shift & 255) - (other >>> shift & 255)));
    }
    return most;
  }

  /// Lets a brush tremble.
  private void wobble(int[] pixels) {
    int[] still = pixels.clone();
    double reach = 0.005 * height;
    double long1 = 0.05 * height;
    double short1 = 0.012 * height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = Noise.at(x / long1, y / long1) + 0.5 * Noise.at(x / short1, y / short1);
        double dy =
            Noise.at(y / long1 + 40, x / long1) + 0.5 * Noise.at(y / short1, x / short1 + 90);
        int column = Math.clamp(Math.round(x + reach * dx), 0, width - 1);
        int row = Math.clamp(Math.round(y + reach * dy), 0, height - 1);
        pixels[y * width + x] = still[row * width + column];
      }
    }
  }

  /// Pigment gathers where a wash ends.
  private void pool(int[] pixels) {
    int wide = Math.max(2, (int) Math.round(0.004 * height));
    for (int y = wide; y + wide < height; y++) {
      for (int x = wide; x + wide < width; x++) {
        int at = y * width + x;
        int alpha = pixels[at] >>> 24;
        if (alpha > 200) {
          int least =
              Math.min(
                  Math.min(pixels[at - wide] >>> 24, pixels[at + wide] >>> 24),
                  Math.min(pixels[at - wide * width] >>> 24, pixels[at + wide * width] >>> 24));
          if (least < 128) {
            pixels[at] =
                Look.premultiplied(Tint.shifted(Look.whole(pixels[at], alpha), -26), alpha);
          }
        }
      }
    }
  }

  /// Uneven brightness, fine and coarse.
  ///
  /// @param fine length of the finer waves, and by how much of 255 they change what is seen
  private void texture(int[] pixels, double fine, int fineLevel, double coarse, int coarseLevel) {
    double small = fine * height;
    double large = coarse * height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int alpha = pixels[at] >>> 24;
        if (alpha > 0) {
          double by =
              fineLevel * Noise.at(x / small, y / small)
                  + coarseLevel * Noise.at(x / large + 7, y / large + 3);
          pixels[at] =
              Look.premultiplied(Tint.shifted(Look.whole(pixels[at], alpha), (int) by), alpha);
        }
      }
    }
  }

  /// Squares of few colours; two colours in turn stand for one between them.
  private void squares(int[] pixels, boolean backdrop) {
    int side = Math.max(2, (int) Math.round(CELL * height));
    for (int y = 0; y < height; y += side) {
      for (int x = 0; x < width; x += side) {
        int middle =
            pixels[Math.min(y + side / 2, height - 1) * width + Math.min(x + side / 2, width - 1)];
        int alpha = middle >>> 24;
        // what is half transparent stays so: glass, clouds, glows
        int solid = alpha > 200 ? 255 : alpha < 12 ? 0 : alpha;
        int threshold = BAYER[(y / side & 3) * 4 + (x / side & 3)];
        int square =
            solid == 0 && !backdrop
                ? 0
                : Look.premultiplied(
                    fewer(Look.whole(middle, Math.max(1, alpha)), threshold), solid);
        for (int row = y; row < Math.min(y + side, height); row++) {
          for (int column = x; column < Math.min(x + side, width); column++) {
            pixels[row * width + column] = square;
          }
        }
      }
    }
  }

  private static int fewer(int colour, int threshold) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int level = ((colour >> shift & 255) * 7 * 16 / 255 + threshold) / 16;
      result |= Math.min(255, level * 255 / 7) << shift;
    }
    return result;
  }
}
