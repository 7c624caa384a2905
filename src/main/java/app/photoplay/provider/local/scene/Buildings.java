package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Time;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Houses and towers, with light behind some windows when it is dark.
final class Buildings {
  private static final int LAMP = 0xFFC970;

  private Buildings() {}

  /// Whether windows are lit.
  static boolean dark(SceneCanvas stage) {
    return stage.idea().time() == Time.NIGHT || stage.idea().time() == Time.DUSK;
  }

  /// A house with a pointed roof; `x` is its middle, `y` its foot.
  static void house(
      Graphics2D g, SceneCanvas stage, double x, double y, double size, double depth) {
    Palette palette = stage.palette();
    int[] walls = {0xD8C7A8, 0xB98B6A, 0xC9B7A0, 0xA7907C, 0xE2D8C6};
    int[] roofs = {0x8A3F34, 0x5B4A46, 0x6E4A3A, 0x7A5040};
    double wide = size * stage.between(0.8, 1.25);
    double wall = size * stage.between(0.5, 0.75);
    int colour = walls[stage.random().nextInt(walls.length)];
    g.setPaint(Tint.color(palette.seen(colour, depth)));
    g.fill(new Rectangle2D.Double(x - wide / 2, y - wall, wide, wall + 0.03));
    Path2D roof = new Path2D.Double();
    roof.moveTo(x - wide * 0.6, y - wall + size * 0.02);
    roof.lineTo(x - wide * 0.08, y - wall - size * 0.48);
    roof.lineTo(x + wide * 0.08, y - wall - size * 0.48);
    roof.lineTo(x + wide * 0.6, y - wall + size * 0.02);
    roof.closePath();
    g.setPaint(Tint.color(palette.seen(roofs[stage.random().nextInt(roofs.length)], depth)));
    g.fill(roof);
    g.fill(new Rectangle2D.Double(x + wide * 0.22, y - wall - size * 0.5, size * 0.1, size * 0.35));
    double pane = size * 0.13;
    for (int i = -1; i <= 1; i++) {
      if (i == 0) {
        g.setPaint(Tint.color(palette.seen(0x4A3328, depth)));
        g.fill(
            new Rectangle2D.Double(
                x - pane * 0.6, y - wall * 0.55, pane * 1.2, wall * 0.55 + 0.005));
      } else {
        window(g, stage, x + i * wide * 0.29, y - wall * 0.6, pane, pane * 1.2, depth, 0.75);
      }
    }
  }

  /// A window whose middle is at a place.
  static void window(
      Graphics2D g,
      SceneCanvas stage,
      double x,
      double y,
      double wide,
      double high,
      double depth,
      double often) {
    boolean lit = dark(stage) && stage.chance(often);
    int colour =
        lit
            ? Tint.mix(LAMP, 0xFFF2CF, stage.random().nextDouble() * 0.5)
            : stage.palette().seen(0x4C5A6B, depth * 0.8);
    g.setPaint(Tint.color(colour));
    g.fill(new Rectangle2D.Double(x - wide / 2, y - high / 2, wide, high));
    if (lit) {
      Skies.glow(g, x, y, wide * 2.6, LAMP, 0.28);
    }
  }

  /// A row of towers over the whole width.
  ///
  /// @param ground where they stand
  /// @param low the least height
  /// @param high the greatest
  static void skyline(
      Graphics2D g, SceneCanvas stage, double ground, double low, double high, double depth) {
    double x = -stage.between(0, 0.05);
    while (x < stage.width()) {
      double wide = stage.between(0.045, 0.12) * (0.6 + depth * 0.7);
      double tall = low + (high - low) * Math.pow(stage.random().nextDouble(), 1.5);
      tower(g, stage, x, ground, wide, tall, depth);
      x += wide * stage.between(0.92, 1.25);
    }
  }

  private static void tower(
      Graphics2D g,
      SceneCanvas stage,
      double x,
      double ground,
      double wide,
      double tall,
      double depth) {
    int[] walls = {0x46505F, 0x5A6070, 0x39424F, 0x6A6A72, 0x4E4A58};
    int wall = stage.palette().seen(walls[stage.random().nextInt(walls.length)], depth);
    double top = ground - tall;
    g.setPaint(
        Land.vertical(
            top,
            ground,
            Tint.color(wall),
            Tint.color(Tint.mix(wall, stage.palette().horizon(), 0.3 * (1 - depth)))));
    g.fill(new Rectangle2D.Double(x, top, wide, 1 - top + 0.01));
    if (stage.chance(0.3)) {
      g.fill(new Rectangle2D.Double(x + wide * 0.25, top - tall * 0.08, wide * 0.5, tall * 0.1));
    }
    if (stage.chance(0.25)) {
      g.fill(new Rectangle2D.Double(x + wide * 0.48, top - tall * 0.18, wide * 0.04, tall * 0.2));
    }
    double cell = 0.011 + 0.012 * depth;
    double share = dark(stage) ? 0.38 : 0.9;
    int glass = stage.palette().seen(0x8FA6B8, depth * 0.7);
    for (double wy = top + cell; wy < Math.min(ground, 1) - cell; wy += cell * 1.5) {
      for (double wx = x + cell * 0.7; wx < x + wide - cell * 0.8; wx += cell * 1.15) {
        if (!stage.chance(share)) {
          continue;
        }
        int colour =
            dark(stage)
                ? Tint.mix(stage.chance(0.2) ? 0xBFD8FF : LAMP, wall, stage.between(0.05, 0.55))
                : Tint.mix(glass, wall, stage.between(0.35, 0.75));
        g.setPaint(Tint.color(colour));
        g.fill(new Rectangle2D.Double(wx, wy, cell * 0.62, cell * 0.85));
      }
    }
  }

  static void castle(
      Graphics2D g, SceneCanvas stage, double x, double y, double size, double depth) {
    int stone = stage.palette().seen(0x6F6A72, depth);
    double[][] parts = {
      {-0.5, 0.2, 0.62}, {-0.26, 0.3, 0.44}, {0.0, 0.22, 0.95}, {0.22, 0.34, 0.5}, {0.5, 0.18, 0.7}
    };
    for (double[] part : parts) {
      double px = x + part[0] * size;
      double wide = part[1] * size;
      double top = y - part[2] * size;
      g.setPaint(Tint.color(stone));
      g.fill(new Rectangle2D.Double(px - wide / 2, top, wide, part[2] * size + 0.05));
      if (wide < size * 0.25) {
        Path2D roof = new Path2D.Double();
        roof.moveTo(px - wide * 0.65, top);
        roof.lineTo(px, top - size * 0.28);
        roof.lineTo(px + wide * 0.65, top);
        roof.closePath();
        g.setPaint(Tint.color(stage.palette().seen(0x4A2F45, depth)));
        g.fill(roof);
      } else {
        for (double c = px - wide / 2; c < px + wide / 2 - 0.001; c += size * 0.08) {
          g.fill(new Rectangle2D.Double(c, top - size * 0.035, size * 0.045, size * 0.04));
        }
      }
      window(g, stage, px, top + size * 0.12, size * 0.035, size * 0.07, depth, 0.9);
    }
  }

  static void lighthouse(
      Graphics2D g, SceneCanvas stage, double x, double y, double tall, double depth) {
    Palette palette = stage.palette();
    Path2D tower = new Path2D.Double();
    tower.moveTo(x - tall * 0.085, y);
    tower.lineTo(x - tall * 0.05, y - tall * 0.78);
    tower.lineTo(x + tall * 0.05, y - tall * 0.78);
    tower.lineTo(x + tall * 0.085, y);
    tower.closePath();
    g.setPaint(Tint.color(palette.seen(0xEDEDEA, depth)));
    g.fill(tower);
    var clip = g.getClip();
    g.clip(tower);
    g.setPaint(Tint.color(palette.seen(0xC23A33, depth)));
    for (int i = 0; i < 2; i++) {
      g.fill(new Rectangle2D.Double(x - tall, y - tall * (0.32 + 0.3 * i), 2 * tall, tall * 0.15));
    }
    g.setClip(clip);
    g.setPaint(Tint.color(palette.seen(0x2A2E36, depth)));
    g.fill(new Rectangle2D.Double(x - tall * 0.075, y - tall * 0.8, tall * 0.15, tall * 0.025));
    g.fill(new Rectangle2D.Double(x - tall * 0.045, y - tall * 0.93, tall * 0.09, tall * 0.03));
    g.setPaint(Tint.color(dark(stage) ? 0xFFF3C0 : palette.seen(0xBFD0D8, depth)));
    g.fill(new Rectangle2D.Double(x - tall * 0.035, y - tall * 0.9, tall * 0.07, tall * 0.1));
    if (dark(stage)) {
      stage.light(x, y - tall * 0.85, tall * 0.5, 1, 0xFFE9A8, 0.75, 0.8, 0.33, 0);
    }
  }
}
