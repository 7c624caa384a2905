package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;

/// A painted pane at one distance: premultiplied `0xAARRGGBB`, as large as the plate. Nobody
/// changes it.
final class Layer {
  /// A run of pixels that is drawn at once.
  static final int RUN = 8;

  /// What lies within a run.
  static final byte EMPTY = 0;

  static final byte MIXED = 1;
  static final byte OPAQUE = 2;

  private static final int BLOCK = 8;

  private final int[] pixels;
  private final Size size;
  private final Motion motion;
  private final double depth;
  private final byte[] blocks;
  private final int across;
  private final int firstLine;
  private final int lastLine;

  /// How a layer lives while the camera stands still.
  ///
  /// @param drift plate heights a second to the right, then back again; clouds and fog
  /// @param ripple how far rows sway, in plate heights; water
  /// @param waterline the row, as a part of the height, from which on they do
  record Motion(double drift, double ripple, double waterline) {
    static final Motion NONE = new Motion(0, 0, 0);
  }

  Layer(int[] pixels, Size size, double depth, Motion motion) {
    this.pixels = pixels;
    this.size = size;
    this.depth = depth;
    this.motion = motion;
    this.across = (size.width() + BLOCK - 1) / BLOCK;
    this.blocks = spread(blocks(pixels, size, across), across);
    int first = 0;
    while (first < blocks.length && blocks[first] == EMPTY) {
      first++;
    }
    int last = blocks.length - 1;
    while (last > first && blocks[last] == EMPTY) {
      last--;
    }
    this.firstLine = first / across;
    this.lastLine = last / across;
  }

  int[] pixels() {
    return pixels;
  }

  int width() {
    return size.width();
  }

  int height() {
    return size.height();
  }

  double depth() {
    return depth;
  }

  Motion motion() {
    return motion;
  }

  /// What the run of canvas pixels from this place of the plate on shows, when a canvas pixel is at
  /// most 1.8 plate pixels wide.
  byte at(int x, int y) {
    return blocks[(y / BLOCK) * across + x / BLOCK];
  }

  /// Whether there is anything near a row.
  boolean reaches(int row) {
    int line = row / BLOCK;
    return line >= firstLine && line <= lastLine;
  }

  boolean covers(int x, int y) {
    return x >= 0
        && y >= 0
        && x < size.width()
        && y < size.height()
        && pixels[y * size.width() + x] >>> 24 > 100;
  }

  private static byte[] blocks(int[] pixels, Size size, int across) {
    int down = (size.height() + BLOCK - 1) / BLOCK;
    byte[] found = new byte[across * down];
    for (int block = 0; block < found.length; block++) {
      int x0 = block % across * BLOCK;
      int y0 = block / across * BLOCK;
      boolean all = true;
      boolean none = true;
      for (int y = y0; y < Math.min(y0 + BLOCK, size.height()); y++) {
        for (int x = x0; x < Math.min(x0 + BLOCK, size.width()); x++) {
          int alpha = pixels[y * size.width() + x] >>> 24;
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
