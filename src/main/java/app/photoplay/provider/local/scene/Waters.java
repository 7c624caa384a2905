package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/// Places at the water.
final class Waters {
  private static final int SEA = 0x1F5F86;
  private static final int SAND = 0xE6CFA0;

  private Waters() {}

  static void sea(SceneCanvas stage) {
    double horizon = stage.idea().has(Subject.LIGHTHOUSE) ? 0.5 : stage.between(0.46, 0.56);
    boolean rough = stage.idea().weather() == Weather.STORM;
    Skies.paint(stage, horizon);
    if (Places.anyBehind(stage)) {
      Places.behind(stage, horizon, Place.MOUNTAIN);
    }
    Land.water(stage, 0.3, horizon, 1, rough ? 0.004 : 0.0025, SEA);
    if (stage.idea().has(Subject.LIGHTHOUSE)) {
      double x = stage.framing().tower();
      DoubleUnaryOperator rock =
          at ->
              horizon
                  + 0.16
                  - 0.2 * Math.exp(-Math.pow((at - x) / 0.26, 2))
                  + (0.012 * Math.sin(at * 43) + 0.006 * Math.sin(at * 97))
                      * Math.min(1, Math.abs(at - x - Framing.BESIDE) / 0.06);
      stage.pane(
          0.5,
          g -> {
            Buildings.lighthouse(g, stage, x, horizon - 0.02, 0.36, 0.8);
            Path2D cliff = new Path2D.Double();
            cliff.moveTo(x - 0.5, horizon + 0.18);
            for (double at = x - 0.5; at <= x + 0.5; at += 0.008) {
              cliff.lineTo(at, rock.applyAsDouble(at));
            }
            cliff.lineTo(x + 0.5, horizon + 0.18);
            cliff.closePath();
            if (stage.idea().has(Subject.PERSON)) {
              double beside = x + Framing.BESIDE;
              Figures.keeper(g, stage, beside, rock.applyAsDouble(beside) + 0.004);
            }
            Land.fill(
                g,
                cliff,
                horizon - 0.05,
                horizon + 0.17,
                stage.palette().seen(0x5C5A5C, 0.8),
                stage.palette().seen(0x2A3138, 0.9));
          });
    }
    Figures.place(stage, 0.5, horizon + 0.14, true);
    waves(stage, horizon, rough ? 0.03 : 0.012);
  }

  /// Rows of crests, larger the nearer.
  private static void waves(SceneCanvas stage, double horizon, double height) {
    for (int row = 0; row < 3; row++) {
      double near = (row + 1) / 3.0;
      double base = horizon + (1.02 - horizon) * (0.3 + 0.5 * near);
      DoubleUnaryOperator line = Land.hills(stage, base, height * near, 9 - 2 * row, 0.5);
      int colour = stage.palette().seen(Tint.mix(SEA, 0x0C3350, near), 0.6 + 0.4 * near);
      stage.pane(
          0.55 + 0.2 * row,
          new Layer.Motion(0.012 * (row % 2 == 0 ? 1 : -1), 0.002, 0),
          g -> {
            Path2D wave = Land.under(stage, line);
            g.setPaint(
                Land.vertical(
                    base - height,
                    base + 0.2,
                    Tint.color(Tint.mix(colour, stage.palette().horizon(), 0.3), 0.92),
                    Tint.color(colour, 0.85)));
            g.fill(wave);
            g.setStroke(new java.awt.BasicStroke(0.0022f));
            g.setPaint(Tint.color(Tint.mix(stage.palette().horizon(), 0xFFFFFF, 0.5), 0.45));
            g.draw(wave);
          });
    }
  }

  static void beach(SceneCanvas stage) {
    double horizon = stage.between(0.4, 0.48);
    Skies.paint(stage, horizon);
    if (Places.anyBehind(stage)) {
      Places.behind(stage, horizon, Place.MOUNTAIN);
    }
    Land.water(stage, 0.3, horizon, 0.8, 0.002, 0x2E86A0);
    DoubleUnaryOperator shore = Land.hills(stage, 0.7, 0.02, 0.8, 0.3);
    Palette palette = stage.palette();
    stage.pane(
        0.7,
        g -> {
          g.setPaint(Tint.color(palette.seen(0xF4F8F8, 0.9), 0.85));
          g.fill(Land.under(stage, x -> shore.applyAsDouble(x) - 0.014));
          g.setPaint(Tint.color(palette.seen(0xB89A6A, 1)));
          g.fill(Land.under(stage, shore));
          Land.fill(
              g,
              Land.under(stage, x -> shore.applyAsDouble(x) + 0.03),
              0.7,
              1,
              palette.seen(SAND, 0.95),
              palette.seen(0xC9A97A, 1));
        });
    Figures.place(stage, 0.78, 0.86, false);
    boolean left = stage.chance(0.5);
    stage.pane(
        1,
        g -> {
          int dark = palette.seen(0x24402C, 1);
          Plants.palm(g, stage, left ? 0.16 : stage.width() - 0.16, 1, 0.78, dark);
          Plants.palm(g, stage, left ? 0.36 : stage.width() - 0.36, 1.02, 0.6, dark);
        });
  }

  /// A lake or a broad river between banks.
  static void lake(SceneCanvas stage) {
    double horizon = stage.between(0.46, 0.54);
    Palette palette = stage.palette();
    Skies.paint(stage, horizon);
    Places.behind(stage, horizon, Place.FOREST);
    Land.water(stage, 0.4, horizon, 1, 0.0018, 0x2C6470);
    DoubleUnaryOperator left =
        x ->
            horizon
                + 0.05
                + 0.75 * Math.pow(Math.max(0, x / stage.width() + 0.02), 0.75)
                + 0.01 * Math.sin(31 * x);
    DoubleUnaryOperator right =
        x ->
            horizon
                + 0.11
                + 0.9 * Math.pow(Math.max(0, 1.02 - x / stage.width()), 0.8)
                + 0.01 * Math.sin(27 * x);
    Figures.place(stage, 0.55, 0.76, true);
    boolean winter = stage.idea().at(Place.SNOW);
    for (int side = 0; side < 2; side++) {
      DoubleUnaryOperator bank = side == 0 ? left : right;
      double depth = 0.62 + 0.16 * side;
      boolean first = side == 0;
      stage.pane(
          depth,
          g -> {
            Land.fill(
                g,
                Land.under(stage, bank),
                horizon,
                1,
                palette.seen(winter ? 0xE6EEF6 : 0x4F7444, depth),
                palette.seen(winter ? 0xC4D4E6 : 0x2E4A2C, depth));
            Land.grass(g, stage, bank, 0.035, palette.seen(winter ? 0xC8D2DA : 0x3D5A34, depth));
            for (int i = 0; i < 7; i++) {
              double x = stage.width() * (first ? stage.between(0, 0.24) : stage.between(0.78, 1));
              Plants.pine(
                  g,
                  stage,
                  x,
                  Math.min(1, bank.applyAsDouble(x) + 0.02),
                  stage.between(0.16, 0.34),
                  palette.seen(0x27452F, depth));
            }
          });
    }
    if (!stage.idea().subjects().isEmpty()) {
      Figures.place(stage, 0.9, 0.95, false);
    }
    stage.pane(
        1,
        g -> Land.grass(g, stage, x -> 1.02 - 0.02 * Math.sin(3 * x), 0.12, palette.silhouette(1)));
  }
}
