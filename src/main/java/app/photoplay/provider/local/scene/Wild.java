package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Mood;
import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.util.function.DoubleUnaryOperator;

/// Places without people's work.
final class Wild {
  private Wild() {}

  static void mountains(SceneCanvas stage) {
    double horizon = stage.between(0.55, 0.62);
    Palette palette = stage.palette();
    Skies.paint(stage, horizon);
    Land.mountains(stage, 0.08, horizon - 0.12, 0.3, 5, 0x76849E);
    Land.mountains(stage, 0.22, horizon + 0.02, 0.24, 7, 0x56647C);
    Skies.mist(stage, 0.26, horizon + 0.06, 0.09, 0.5);
    if (stage.idea().at(Place.RIVER) || stage.idea().at(Place.SEA)) {
      Land.water(stage, 0.35, horizon + 0.08, 0.9, 0.0018, 0x2C6470);
    }
    treeline(stage, 0.45, 0.78, 0.11, 46);
    if (stage.idea().at(Place.VILLAGE) || stage.idea().has(Subject.CASTLE)) {
      stage.pane(
          0.5,
          g -> {
            if (stage.idea().has(Subject.CASTLE)) {
              Buildings.castle(g, stage, stage.width() * 0.66, 0.74, 0.3, 0.6);
            } else {
              for (int i = 0; i < 6; i++) {
                Buildings.house(
                    g,
                    stage,
                    stage.width() * stage.between(0.4, 0.75),
                    stage.between(0.77, 0.82),
                    0.05,
                    0.6);
              }
            }
          });
    }
    DoubleUnaryOperator near = Land.hills(stage, 0.86, 0.03, 1.2, 0.5);
    stage.pane(
        0.75,
        g -> {
          Land.fill(
              g,
              Land.under(stage, near),
              0.8,
              1,
              palette.seen(0x4C6A3E, 0.8),
              palette.seen(0x2A3D28, 1));
          Land.grass(g, stage, near, 0.03, palette.seen(0x45613A, 0.8));
        });
    Figures.place(stage, 0.8, 0.87, false);
    framePines(stage);
  }

  /// Pines at both edges that frame the view.
  static void framePines(SceneCanvas stage) {
    int dark = Tint.mix(stage.palette().silhouette(1), 0x0A1510, 0.4);
    stage.pane(
        1,
        g -> {
          Plants.pine(g, stage, stage.between(0.02, 0.1), 1.04, stage.between(0.6, 0.8), dark);
          Plants.pine(g, stage, stage.between(0.18, 0.28), 1.06, stage.between(0.4, 0.55), dark);
          Plants.pine(
              g,
              stage,
              stage.width() - stage.between(0.02, 0.1),
              1.04,
              stage.between(0.5, 0.7),
              dark);
        });
  }

  /// Far trees standing side by side.
  static void treeline(SceneCanvas stage, double depth, double ground, double tall, int count) {
    Palette palette = stage.palette();
    boolean winter = stage.idea().at(Place.SNOW) || stage.idea().weather() == Weather.SNOW;
    DoubleUnaryOperator floor = Land.hills(stage, ground, 0.012, 2, 0.5);
    stage.pane(
        depth,
        g -> {
          int tone = palette.seen(winter ? 0x4C6660 : 0x35543C, depth);
          for (int i = 0; i < count; i++) {
            double x = stage.width() * (i + stage.between(0, 1)) / count;
            Plants.pine(
                g,
                stage,
                x,
                floor.applyAsDouble(x) + 0.01,
                tall * stage.between(0.5, 1.2),
                Tint.mix(tone, 0, stage.between(0, 0.12)));
          }
          Land.fill(
              g,
              Land.under(stage, floor),
              ground,
              1,
              tone,
              palette.seen(winter ? 0xD8E2EC : 0x3B5A35, depth + 0.2));
        });
  }

  static void forest(SceneCanvas stage) {
    double horizon = stage.between(0.5, 0.56);
    Palette palette = stage.palette();
    boolean bare = stage.idea().mood() == Mood.SCARY || stage.idea().mood() == Mood.SAD;
    boolean winter = stage.idea().at(Place.SNOW) || stage.idea().weather() == Weather.SNOW;
    int ground = winter ? 0xDDE6EE : 0x46592F;
    Skies.paint(stage, horizon + 0.1);
    for (int row = 0; row < 4; row++) {
      double depth = 0.12 + 0.2 * row;
      double foot = horizon + 0.08 + 0.08 * row;
      int trunk = palette.seen(0x3A3028, depth);
      DoubleUnaryOperator floor = Land.hills(stage, foot, 0.014, 1.6, 0.5);
      int count = 24 - row * 5;
      stage.pane(
          depth,
          g -> {
            for (int i = 0; i < count; i++) {
              double x = stage.width() * (i + stage.between(0.1, 0.9)) / count;
              double y = floor.applyAsDouble(x) + 0.02;
              // a clearing in the middle shows the way
              boolean path = Math.abs(x / stage.width() - 0.5) < 0.07 + 0.035 * depth;
              if (path) {
                continue;
              }
              if (bare) {
                Plants.bare(g, stage, x, y, 0.35 + 0.4 * depth, trunk);
              } else if (stage.chance(0.45)) {
                Plants.pine(
                    g,
                    stage,
                    x,
                    y,
                    stage.between(0.3, 0.55) * (0.6 + depth),
                    palette.seen(winter ? 0x3F5A52 : 0x2F5A38, depth));
              } else {
                Plants.trunk(g, x, y, 1.1, 0.008 + 0.02 * depth, trunk);
              }
            }
            Land.fill(
                g,
                Land.under(stage, floor),
                foot,
                1,
                palette.seen(ground, depth),
                palette.seen(Tint.mix(ground, 0x1A2416, 0.4), depth + 0.1));
          });
      if (row < 3) {
        Skies.mist(stage, depth + 0.05, foot - 0.06, 0.16, 0.26);
      }
    }
    Figures.place(stage, 0.85, 0.86, false);
    if (stage.idea().time() == Time.NIGHT) {
      for (int i = 0; i < 26; i++) {
        stage.light(
            stage.between(0, stage.width()), stage.between(0.5, 0.9), 0.006, 0xD8FF80, 0.8, 1);
      }
    }
    stage.pane(
        1,
        g -> {
          int dark = Tint.mix(palette.silhouette(1), 0x0A120C, 0.5);
          Plants.trunk(g, stage.between(0.0, 0.08), 1.02, 1.2, 0.06, dark);
          Plants.trunk(g, stage.width() - stage.between(0.02, 0.12), 1.02, 1.2, 0.05, dark);
          Land.grass(g, stage, x -> 1.03 - 0.02 * Math.sin(4 * x), 0.1, dark);
        });
  }
}
