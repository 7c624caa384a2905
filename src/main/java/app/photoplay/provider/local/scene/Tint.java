package app.photoplay.provider.local.scene;

import java.awt.Color;

/// Arithmetic on colours `0x00RRGGBB`.
final class Tint {
  private Tint() {}

  /// Two colours mixed; `part` of the second, 0 to 1.
  static int mix(int first, int second, double part) {
    double p = Math.clamp(part, 0, 1);
    return channel(first, second, 16, p)
        | channel(first, second, 8, p)
        | channel(first, second, 0, p);
  }

  /// A number between two; `part` of the second.
  static double between(double first, double second, double part) {
    return first + (second - first) * part;
  }

  private static int channel(int first, int second, int shift, double part) {
    int a = first >> shift & 255;
    int b = second >> shift & 255;
    return (int) Math.round(a + (b - a) * part) << shift;
  }

  /// A surface of one colour in a light of another.
  static int lit(int surface, int light) {
    return product(surface, light, 16) | product(surface, light, 8) | product(surface, light, 0);
  }

  private static int product(int a, int b, int shift) {
    return ((a >> shift & 255) * (b >> shift & 255) / 255) << shift;
  }

  /// More or less colourful: 0 is grey, 1 leaves it.
  static int saturated(int colour, double amount) {
    int grey =
        (int) (0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255));
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int value = colour >> shift & 255;
      result |= (int) Math.clamp(grey + (value - grey) * amount, 0, 255) << shift;
    }
    return result;
  }

  /// All channels brighter or darker by so much of 255.
  static int shifted(int colour, int by) {
    int red = Math.clamp((colour >> 16 & 255) + by, 0, 255);
    int green = Math.clamp((colour >> 8 & 255) + by, 0, 255);
    int blue = Math.clamp((colour & 255) + by, 0, 255);
    return red << 16 | green << 8 | blue;
  }

  /// For painting.
  static Color color(int colour) {
    return new Color(colour);
  }

  /// For painting, half transparent.
  static Color color(int colour, double alpha) {
    return new Color(
        (colour & 0xFFFFFF) | (int) Math.round(Math.clamp(alpha, 0, 1) * 255) << 24, true);
  }
}
