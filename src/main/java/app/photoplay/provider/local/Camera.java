package app.photoplay.provider.local;

import app.photoplay.media.Size;

/// What a camera sees of a plate.
///
/// @param scale plate pixels a canvas pixel
/// @param left plate column of the canvas's left edge
/// @param top plate row of the canvas's upper edge
public record Camera(double scale, double left, double top) {
  /// How far it goes in altogether, when a face speaks.
  static final double TALKING = 1.055;

  /// The same when it speaks lively.
  static final double LIVELY = 1.085;

  /// The same for a photo in which nobody moves: all that the plate's sharpness allows and a bit.
  static final double ZOOMING = 1.12;

  /// Where the camera is on a slow way in: from the whole plate towards a target.
  ///
  /// @param time part of the whole, 0 to 1
  /// @param x plate column that it drifts to
  /// @param y plate row that it drifts to
  /// @param drift how far, as a part of the way to having the target in the middle
  static Camera at(double time, double most, double x, double y, double drift, Plate p, Size c) {
    double zoom = 1 + (most - 1) * Pixels.smoothstep(time);
    double scale = p.width() / (c.width() * zoom);
    double freeX = p.width() - scale * c.width();
    double freeY = p.height() - scale * c.height();
    // One pixel is kept free all around, because sampling looks at the next one too.
    double left = freeX / 2 + drift * (x - p.width() / 2.0) * (1 - 1 / zoom);
    double top = freeY / 2 + drift * (y - p.height() / 2.0) * (1 - 1 / zoom);
    return new Camera(scale, Math.clamp(left, 0, Math.max(0, freeX)), clampTop(top, freeY));
  }

  private static double clampTop(double top, double free) {
    return Math.clamp(top, 0, Math.max(0, free));
  }
}
