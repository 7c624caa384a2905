package app.photoplay.provider.local.scene;

import java.util.function.IntUnaryOperator;

/// How a film looks, whatever it shows: the styles that people choose by name. What they do is done
/// once to each pane; only the darker corners are made for each picture.
@SuppressWarnings("ImmutableEnumChecker") // the tables are written once and never handed out
enum Look {
  PLAIN(1, 0, new Curve(0, 255, 0, 0), new Curve(0, 255, 0, 0), new Curve(0, 255, 0, 0)),
  /// Shadows towards teal and lights towards orange, with more contrast.
  CINEMATIC(
      1.12, 0.34, new Curve(0, 255, 34, 14), new Curve(4, 250, 26, 2), new Curve(16, 232, 14, -6)),
  /// As a camera without lamps sees it: little colour, no deep black.
  DOCUMENTARY(
      0.5, 0.12, new Curve(22, 240, 6, 0), new Curve(24, 241, 6, 0), new Curve(22, 234, 4, 0)),
  /// Bright flat colours within dark lines.
  ANIME(1.45, 0, new Curve(8, 255, 12, 8), new Curve(8, 255, 12, 8), new Curve(18, 255, 8, 10)),
  /// Pale pigment on paper.
  WATERCOLOUR(
      1.3, 0, new Curve(58, 254, 0, 22), new Curve(56, 251, 0, 22), new Curve(60, 243, 0, 20)),
  /// Things of clay under a soft lamp.
  THREE_D(1.2, 0.2, new Curve(10, 255, 10, 4), new Curve(10, 252, 10, 2), new Curve(14, 250, 8, 0)),
  /// Few colours in large squares.
  PIXEL(1.35, 0, new Curve(0, 255, 16, 6), new Curve(0, 255, 16, 6), new Curve(8, 255, 12, 8)),
  /// An old print: brown, faded, worn.
  VINTAGE(
      0.22, 0.5, new Curve(46, 250, 10, 8), new Curve(34, 232, 8, 0), new Curve(24, 186, 4, -6));

  /// How much darker the corners are, 0 to 1.
  final double vignette;

  private final int saturation;
  private final int[] reds;
  private final int[] greens;
  private final int[] blues;

  Look(double saturation, double vignette, Curve red, Curve green, Curve blue) {
    this.saturation = (int) Math.round(saturation * 256);
    this.vignette = vignette;
    this.reds = red.table();
    this.greens = green.table();
    this.blues = blue.table();
  }

  /// What becomes of a channel.
  ///
  /// @param black what black becomes
  /// @param white what white becomes
  /// @param contrast how much darker a dark quarter and brighter a bright one becomes
  /// @param middle how much brighter the middle becomes
  private record Curve(int black, int white, int contrast, int middle) {
    int[] table() {
      int[] table = new int[256];
      for (int i = 0; i < table.length; i++) {
        double part = i / 255.0;
        double curved =
            black
                + (white - black) * part
                - contrast * Math.sin(2 * Math.PI * part)
                + middle * Math.sin(Math.PI * part);
        table[i] = Math.clamp(Math.round(curved), 0, 255);
      }
      return table;
    }
  }

  /// A colour `0x00RRGGBB` in this look.
  int graded(int colour) {
    int red = colour >> 16 & 255;
    int green = colour >> 8 & 255;
    int blue = colour & 255;
    int grey = (54 * red + 183 * green + 19 * blue) >> 8;
    return reds[channel(grey, red)] << 16
        | greens[channel(grey, green)] << 8
        | blues[channel(grey, blue)];
  }

  private int channel(int grey, int value) {
    return Math.clamp(grey + (((value - grey) * saturation) >> 8), 0, 255);
  }

  /// Changes the colours of premultiplied pixels.
  void grade(int[] pixels) {
    if (this != PLAIN) {
      change(pixels, this::graded);
    }
  }

  /// Changes the colours of premultiplied pixels, whatever covers how much.
  static void change(int[] pixels, IntUnaryOperator colour) {
    int before = 0;
    int after = 0;
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      int alpha = pixel >>> 24;
      if (alpha != 0) {
        // large parts of a pane are of one colour
        if (pixel != before) {
          before = pixel;
          after = premultiplied(colour.applyAsInt(whole(pixel, alpha)), alpha);
        }
        pixels[i] = after;
      }
    }
  }

  /// The colour itself of a pixel that covers in part.
  static int whole(int pixel, int alpha) {
    if (alpha == 255) {
      return pixel & 0xFFFFFF;
    }
    int red = Math.min(255, (pixel >> 16 & 255) * 255 / alpha);
    int green = Math.min(255, (pixel >> 8 & 255) * 255 / alpha);
    int blue = Math.min(255, (pixel & 255) * 255 / alpha);
    return red << 16 | green << 8 | blue;
  }

  static int premultiplied(int colour, int alpha) {
    if (alpha == 255) {
      return 0xFF000000 | colour;
    }
    int red = (colour >> 16 & 255) * alpha / 255;
    int green = (colour >> 8 & 255) * alpha / 255;
    int blue = (colour & 255) * alpha / 255;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}
