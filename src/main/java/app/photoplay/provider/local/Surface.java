package app.photoplay.provider.local;

import app.photoplay.media.picture.Picture;

/// What a camera looks at, as video holds it: a plane of brightness, and at half the width and
/// height one of colours, both read between their pixels.
public final class Surface {
  private static final int COLOUR = 0xFF00FF;

  final int width;
  final int height;

  /// Row by row, 16 to 235.
  final byte[] light;

  /// How many colours a row of [#colours] has.
  final int colourWidth;

  final int colourHeight;

  /// `0x00UU00VV`, each for every second column and between two rows: see
  /// [app.photoplay.media.Yuv].
  final int[] colours;

  private Surface(int width, int height, byte[] light, int[] colours) {
    this.width = width;
    this.height = height;
    this.colourWidth = (width + 1) / 2;
    this.colourHeight = (height + 1) / 2;
    this.light = light;
    this.colours = colours;
  }

  /// Takes a picture.
  public static Surface of(Picture picture) {
    return of(Pixels.softened(picture.pixels(), picture.width()), picture.width());
  }

  /// Takes pixels row by row, see [Pixels].
  static Surface of(int[] pixels, int width) {
    int height = pixels.length / width;
    int half = (width + 1) / 2 * ((height + 1) / 2);
    Surface surface = new Surface(width, height, new byte[pixels.length], new int[half]);
    surface.take(pixels, 0, 0, width, height);
    return surface;
  }

  Surface copy() {
    return new Surface(width, height, light.clone(), colours.clone());
  }

  /// Takes a rectangle anew.
  ///
  /// @param pixels of the whole surface
  /// @param right one past the last column
  /// @param bottom one past the last row
  void take(int[] pixels, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int i = y * width + left; i < y * width + right; i++) {
        light[i] = (byte) Pixels.light(pixels[i]);
      }
    }
    for (int y = top / 2; y < (bottom + 1) / 2; y++) {
      int row = 2 * y * width;
      int under = Math.min(2 * y + 1, height - 1) * width;
      for (int x = left / 2; x < (right + 1) / 2; x++) {
        int above = pixels[row + 2 * x];
        int below = pixels[under + 2 * x];
        colours[y * colourWidth + x] = Pixels.mixColour(above, below, 128) & COLOUR;
      }
    }
  }
}
