package app.photoplay.provider.local.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

/// Ground of all kinds: ridges, hills, dunes, water, roads.
final class Land {
  private static final int STEPS = 260;

  private Land() {}

  /// A rolling line: sums of waves of halving length.
  ///
  /// @param base its middle height
  /// @param swing how far it goes up and down
  /// @param waves how many it has over the width
  /// @param rough how much of each wave the next shorter one has: 0.3 dunes, 0.6 rocks
  static DoubleUnaryOperator hills(
      SceneCanvas stage, double base, double swing, double waves, double rough) {
    int octaves = 6;
    double[] phases = new double[octaves];
    double[] lengths = new double[octaves];
    for (int i = 0; i < octaves; i++) {
      phases[i] = stage.between(0, 2 * Math.PI);
      lengths[i] = waves * Math.pow(2, i) * stage.between(0.85, 1.2) * 2 * Math.PI / stage.width();
    }
    return x -> {
      double sum = 0;
      double size = 1;
      for (int i = 0; i < octaves; i++) {
        sum += size * Math.sin(lengths[i] * x + phases[i]);
        size *= rough;
      }
      return base + swing * sum;
    };
  }

  /// Peaks: straight flanks between random heights, with smaller teeth on them.
  static DoubleUnaryOperator peaks(SceneCanvas stage, double base, double swing, int count) {
    int points = 257;
    double[] heights = new double[points];
    int first = points / Math.max(1, count);
    for (int i = 0; i < points; i += first) {
      heights[i] = stage.between(-1, 1) * ((i / first) % 2 == 0 ? 0.4 : -0.9);
    }
    for (int i = 0; i < points; i++) {
      int left = i / first * first;
      int right = Math.min(left + first, points - 1);
      double part = right == left ? 0 : (double) (i - left) / (right - left);
      heights[i] = heights[left] + (heights[right] - heights[left]) * part;
    }
    DoubleUnaryOperator teeth = hills(stage, 0, 0.13, count * 3.0, 0.62);
    return x -> {
      double at = Math.clamp(x / stage.width(), 0, 1) * (points - 1);
      int left = Math.min((int) at, points - 2);
      double line = heights[left] + (heights[left + 1] - heights[left]) * (at - left);
      return base + swing * (line + teeth.applyAsDouble(x));
    };
  }

  /// Everything under a line.
  static Path2D under(SceneCanvas stage, DoubleUnaryOperator line) {
    Path2D path = new Path2D.Double();
    path.moveTo(-0.01, 1.01);
    for (int i = 0; i <= STEPS; i++) {
      double x = -0.01 + (stage.width() + 0.02) * i / STEPS;
      path.lineTo(x, line.applyAsDouble(x));
    }
    path.lineTo(stage.width() + 0.01, 1.01);
    path.closePath();
    return path;
  }

  /// Fills from one colour at a height to another at the bottom.
  static void fill(Graphics2D g, Path2D path, double from, double to, int upper, int lower) {
    g.setPaint(vertical(from, to, Tint.color(upper), Tint.color(lower)));
    g.fill(path);
  }

  static LinearGradientPaint vertical(double from, double to, Color upper, Color lower) {
    return new LinearGradientPaint(
        new Point2D.Double(0, from),
        new Point2D.Double(0, Math.max(to, from + 0.001)),
        new float[] {0, 1},
        new Color[] {upper, lower});
  }

  /// A ridge in a pane of its own.
  static void ridge(
      SceneCanvas stage, double depth, DoubleUnaryOperator line, double top, int surface) {
    Palette palette = stage.palette();
    stage.pane(
        depth,
        g ->
            fill(
                g,
                under(stage, line),
                top,
                Math.min(1, top + 0.45),
                palette.seen(surface, depth),
                palette.seen(surface, depth * 0.55)));
  }

  /// A mountain range with snow on what is high.
  static void mountains(
      SceneCanvas stage, double depth, double base, double swing, int count, int surface) {
    Palette palette = stage.palette();
    DoubleUnaryOperator line = peaks(stage, base, swing, count);
    DoubleUnaryOperator edge = hills(stage, 0, 0.018, count * 4.0, 0.7);
    double snowline = base - swing * 0.25;
    stage.pane(
        depth,
        g -> {
          Path2D rock = under(stage, line);
          fill(
              g,
              rock,
              base - swing,
              base + swing * 1.2,
              palette.seen(surface, depth),
              palette.seen(surface, depth * 0.35));
          g.setPaint(Tint.color(palette.seen(0xF2F6FF, depth + 0.25), 0.9));
          Path2D snow = new Path2D.Double();
          snow.moveTo(0, 0);
          for (int i = 0; i <= STEPS; i++) {
            double x = stage.width() * i / STEPS;
            snow.lineTo(x, Math.min(line.applyAsDouble(x), snowline));
          }
          for (int i = STEPS; i >= 0; i--) {
            double x = stage.width() * i / STEPS;
            double peak = line.applyAsDouble(x);
            double deep = Math.max(0, snowline - peak) * 0.55;
            snow.lineTo(
                x,
                Math.min(
                    peak + deep + (peak < snowline ? edge.applyAsDouble(x) : 0),
                    Math.max(peak, snowline + 0.05)));
          }
          snow.closePath();
          var clip = g.getClip();
          g.clip(rock);
          g.fill(snow);
          g.setClip(clip);
        });
  }

  /// Open water from a height to the bottom, with the sky in it.
  ///
  /// @param ripple how far it sways
  static void water(
      SceneCanvas stage, double depth, double top, double bottom, double ripple, int surface) {
    Palette palette = stage.palette();
    stage.pane(
        depth,
        new Layer.Motion(0, ripple, top),
        g -> {
          int far = Tint.mix(palette.horizon(), palette.seen(surface, 0.6), 0.35);
          g.setPaint(vertical(top, bottom, Tint.color(far), Tint.color(palette.seen(surface, 1))));
          g.fill(new Rectangle2D.Double(0, top, stage.width(), bottom - top + 0.01));
          for (int i = 0; i < 150; i++) {
            double down = Math.pow(stage.random().nextDouble(), 1.7);
            double y = top + 0.004 + (bottom - top) * down;
            double length = (0.02 + 0.2 * down) * stage.between(0.5, 1.5);
            double thick = 0.0012 + 0.008 * down;
            boolean bright = stage.chance(0.5);
            int colour = bright ? palette.horizon() : palette.zenith();
            g.setPaint(Tint.color(colour, bright ? 0.22 : 0.18));
            double x = stage.between(-0.2, stage.width());
            g.fill(new java.awt.geom.Ellipse2D.Double(x, y, length, thick));
          }
        });
    for (int i = 0; i < 90; i++) {
      double down = Math.pow(stage.random().nextDouble(), 1.5);
      stage.light(
          stage.between(0, stage.width()),
          top + 0.006 + (bottom - top) * 0.8 * down,
          0.0016 + 0.003 * down,
          3.5,
          palette.light(),
          0.5,
          1,
          stage.between(0.15, 0.5),
          0);
    }
  }

  /// Tufts along a line, so that its edge is grass and not paper.
  static void grass(
      Graphics2D g, SceneCanvas stage, DoubleUnaryOperator line, double height, int colour) {
    g.setPaint(Tint.color(colour));
    Path2D blades = new Path2D.Double();
    for (double x = 0; x < stage.width(); x += height * 0.16) {
      double lean = stage.between(-0.4, 0.4) * height;
      double tall = height * stage.between(0.4, 1);
      double y = line.applyAsDouble(x) + 0.01;
      blades.moveTo(x - height * 0.07, y);
      blades.quadTo(x, y - tall * 0.6, x + lean, y - tall);
      blades.quadTo(x + height * 0.04, y - tall * 0.4, x + height * 0.07, y);
    }
    g.fill(blades);
  }
}
