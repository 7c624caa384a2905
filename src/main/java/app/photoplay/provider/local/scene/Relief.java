package app.photoplay.provider.local.scene;

/// Makes a flat pane look like a thing with round edges under a lamp from the upper left, which
/// throws a soft shadow on what is behind it.
final class Relief {
  private static final double ROUND = 0.014;
  private static final double SHADOW = 0.35;

  private Relief() {}

  /// @param pixels premultiplied; changed by this
  static void model(int[] pixels, int width, int height) {
    int reach = Math.max(2, (int) (ROUND * height));
    int[] high = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      high[i] = pixels[i] >>> 24;
    }
    Blur.soften(high, width, height, reach);
    int aside = reach / 2;
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - aside) * width;
      int below = Math.min(height - 1, y + aside) * width;
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int left = Math.max(0, x - aside);
        int right = Math.min(width - 1, x + aside);
        int alpha = pixels[at] >>> 24;
        if (alpha > 0) {
          int slope =
              high[below + x]
                  - high[above + x]
                  + (high[y * width + right] - high[y * width + left]) / 2;
          pixels[at] =
              Look.premultiplied(Tint.shifted(Look.whole(pixels[at], alpha), slope * 2 / 5), alpha);
        }
        if (alpha < 255) {
          int shade = ((int) (SHADOW * high[above + left])) * (255 - alpha) / 255;
          if (shade > 3) {
            pixels[at] = (pixels[at] & 0xFFFFFF) | Math.min(255, alpha + shade) << 24;
          }
        }
      }
    }
  }
}
