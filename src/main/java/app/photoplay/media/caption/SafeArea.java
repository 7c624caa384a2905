package app.photoplay.media.caption;

import app.photoplay.media.Size;

/// The part of a picture that is seen everywhere, and how large letters are on it, in pixels.
///
/// Tall videos are watched in apps that lay names and buttons over the bottom fifth and the right
/// eighth, and their own controls over the top; text in the middle keeps clear of the same on both
/// sides. Else the graphics safe area of EBU R 95 holds: 5 % at each side.
///
/// @param letters size of the font of captions
record SafeArea(int left, int top, int right, int bottom, double letters) {
  /// Between 9:16 and 4:5.
  private static final double TALL = 0.68;

  static SafeArea of(Size canvas) {
    int width = canvas.width();
    int height = canvas.height();
    double letters = 0.054 * Math.min(width, height);
    if ((double) width / height < TALL) {
      return new SafeArea(
          (int) Math.ceil(0.13 * width),
          (int) Math.ceil(0.12 * height),
          (int) Math.floor(0.87 * width),
          (int) Math.floor(0.78 * height),
          letters);
    }
    return new SafeArea(
        (int) Math.ceil(0.05 * width),
        (int) Math.ceil(0.05 * height),
        (int) Math.floor(0.95 * width),
        (int) Math.floor(0.95 * height),
        letters);
  }

  /// The widest line: longer ones are hard to read even where they fit.
  double line(Size canvas) {
    return Math.min(right - left - 2 * letters, 0.8 * canvas.width());
  }
}
