package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.video.Yuv;

/// A painted pane at one distance, as video holds pictures: brightness with coverage for each
/// pixel, colours for each four, everything multiplied by the coverage so that one pane can be laid
/// over another with one multiplication. Only the rows with something on them are kept. Nobody
/// changes it.
final class Layer {
  /// A run of pixels that is drawn at once.
  static final int RUN = 8;

  /// What lies within a run.
  static final byte EMPTY = 0;

  static final byte MIXED = 1;
  static final byte OPAQUE = 2;

  private static final int BLOCK = 8;
  private static final int ODD = 0xFF00FF;

  /// The parts of a colour with its coverage.
  static final long COVERED = 0xFF00FF00FFL;

  final int width;
  final int height;
  final double depth;
  final Motion motion;

  /// The first row that is kept, a multiple of [#BLOCK], and one past the last.
  final int top;

  final int bottom;

  /// From the first row on: `0x00AA00YY`.
  final int[] light;

  /// How many colours a row has.
  final int colourWidth;

  /// From the first row on, each for every second column and between two rows, with its coverage:
  /// `0x00AA00UU00VV`.
  final long[] colours;

  private final byte[] blocks;
  private final int across;

  /// How a layer lives while the camera stands still.
  ///
  /// @param drift plate heights a second to the right, then back again; clouds and fog
  /// @param ripple how far rows sway, in plate heights; water
  /// @param waterline the row, as a part of the height, from which on they do
  record Motion(double drift, double ripple, double waterline) {
    static final Motion NONE = new Motion(0, 0, 0);
  }

  /// @param pixels premultiplied `0xAARRGGBB`, as large as the plate
  Layer(int[] pixels, Size size, double depth, Motion motion) {
    this.width = size.width();
    this.height = size.height();
    this.depth = depth;
    this.motion = motion;
    int first = 0;
    while (first < pixels.length - 1 && pixels[first] >>> 24 == 0) {
      first++;
    }
    int last = pixels.length - 1;
    while (last > first && pixels[last] >>> 24 == 0) {
      last--;
    }
    this.top = Math.max(0, first / width - 1) / BLOCK * BLOCK;
    this.bottom = Math.min(height, last / width + 3);
    this.light = new int[(bottom - top) * width];
    this.colourWidth = (width + 1) / 2;
    int colourHeight = (bottom - top + 1) / 2;
    this.colours = new long[colourHeight * colourWidth];
    for (int i = 0; i < light.length; i++) {
      light[i] = light(pixels[top * width + i]);
    }
    for (int y = 0; y < colourHeight; y++) {
      int above = (top + 2 * y) * width;
      int below = Math.min(top + 2 * y + 1, bottom - 1) * width;
      for (int x = 0; x < colourWidth; x++) {
        int mean = mean(pixels[above + 2 * x], pixels[below + 2 * x]);
        colours[y * colourWidth + x] = (long) (mean >>> 24) << 32 | colour(mean);
      }
    }
    this.across = (width + BLOCK - 1) / BLOCK;
    this.blocks = spread(blocks(), across);
  }

  /// One layer over another.
  private Layer(Layer lower, Layer upper) {
    this.width = lower.width;
    this.height = lower.height;
    this.depth = lower.depth;
    this.motion = lower.motion;
    this.top = Math.min(lower.top, upper.top);
    this.bottom = Math.max(lower.bottom, upper.bottom);
    this.colourWidth = lower.colourWidth;
    this.light = new int[(bottom - top) * width];
    this.colours = new long[(bottom - top + 1) / 2 * colourWidth];
    lay(lower);
    lay(upper);
    this.across = lower.across;
    this.blocks = spread(blocks(), across);
  }

  private void lay(Layer upper) {
    int shift = (upper.top - top) * width;
    for (int i = 0; i < upper.light.length; i++) {
      int over = upper.light[i];
      light[shift + i] = over + (((light[shift + i] * rest(over >>> 16)) >>> 8) & ODD);
    }
    int half = (upper.top - top) / 2 * colourWidth;
    for (int i = 0; i < upper.colours.length; i++) {
      long over = upper.colours[i];
      long sum = over + (((colours[half + i] * rest((int) (over >>> 32))) >>> 8) & COVERED);
      colours[half + i] = (sum >>> 32) > 255 ? (sum & ODD) | (255L << 32) : sum;
    }
  }

  /// This layer with another one over it, which from now on moves as this one does.
  Layer with(Layer upper) {
    return new Layer(this, upper);
  }

  /// Whether neither moves by itself.
  boolean rests(Layer upper) {
    return upper.motion.equals(Motion.NONE) && motion.equals(Motion.NONE);
  }

  /// How much of what lies under a coverage is seen, 0 to 256.
  static int rest(int coverage) {
    return 256 - (coverage + (coverage >> 7));
  }

  private static int light(int pixel) {
    int alpha = pixel >>> 24;
    return alpha << 16 | Math.max(0, Yuv.y(pixel) - 16 + (16 * alpha + 127) / 255);
  }

  private static int colour(int pixel) {
    int middle = (128 * (pixel >>> 24) + 127) / 255 - 128;
    return Math.max(0, Yuv.u(pixel) + middle) << 16 | Math.max(0, Yuv.v(pixel) + middle);
  }

  private static int mean(int first, int second) {
    return (first & second) + (((first ^ second) >>> 1) & 0x7F7F7F7F);
  }

  /// What the run of canvas pixels from this place of the plate on shows, and the row under it,
  /// when a canvas pixel is at most 1.8 plate pixels wide.
  byte at(int x, int y) {
    return blocks[(y / BLOCK) * across + x / BLOCK];
  }

  /// Whether there is anything near a row.
  boolean reaches(int row) {
    return row >= top - BLOCK && row < bottom;
  }

  boolean covers(int x, int y) {
    return x >= 0
        && y >= top
        && x < width
        && y < bottom
        && light[(y - top) * width + x] >>> 16 > 100;
  }

  private byte[] blocks() {
    byte[] found = new byte[across * ((height + BLOCK - 1) / BLOCK)];
    for (int block = 0; block < found.length; block++) {
      int x0 = block % across * BLOCK;
      int y0 = block / across * BLOCK;
      boolean all = true;
      boolean none = true;
      for (int y = y0; y < Math.min(y0 + BLOCK, height); y++) {
        for (int x = x0; x < Math.min(x0 + BLOCK, width); x++) {
          int alpha = y < top || y >= bottom ? 0 : light[(y - top) * width + x] >>> 16;
          all &= alpha == 255;
          none &= alpha == 0;
        }
      }
      found[block] = all ? OPAQUE : none ? EMPTY : MIXED;
    }
    return found;
  }

  /// A run of 8 canvas pixels reaches over up to two further blocks to the right and one down.
  private static byte[] spread(byte[] blocks, int across) {
    byte[] wide = new byte[blocks.length];
    int down = blocks.length / across;
    for (int block = 0; block < blocks.length; block++) {
      byte kind = blocks[block];
      for (int dy = 0; dy <= 1; dy++) {
        for (int dx = 0; dx <= 2; dx++) {
          int x = Math.min(block % across + dx, across - 1);
          int y = Math.min(block / across + dy, down - 1);
          kind = blocks[y * across + x] == kind ? kind : MIXED;
        }
      }
      wide[block] = kind;
    }
    return wide;
  }
}
