package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import java.util.function.DoubleUnaryOperator;

/// Land without trees: desert, field, snow, and hills where no word names a place.
final class OpenLand {
  private OpenLand() {}

  static void desert(SceneCanvas stage) {
    double horizon = stage.between(0.5, 0.58);
    Palette palette = stage.palette();
    Skies.paint(stage, horizon);
    if (Places.anyBehind(stage)) {
      Places.behind(stage, horizon, Place.DESERT);
    }
    int[] sands = {0xE2B77C, 0xD9A45F, 0xC98C4A, 0xB5763A};
    for (int row = 0; row < 4; row++) {
      double depth = 0.15 + 0.24 * row;
      double base = horizon + 0.03 + 0.115 * row;
      DoubleUnaryOperator crest =
          Land.hills(stage, base, 0.022 + 0.016 * row, 0.8 + stage.between(0, 0.5), 0.22);
      int sand = sands[row];
      stage.pane(
          depth,
          g -> {
            Land.fill(
                g,
                Land.under(stage, crest),
                base - 0.07,
                base + 0.3,
                palette.seen(Tint.mix(sand, 0xFFFFFF, 0.12), depth),
                palette.seen(Tint.mix(sand, 0x4A2A18, 0.45), depth));
            // the lee side lies in shadow
            var clip = g.getClip();
            g.clip(Land.under(stage, crest));
            g.setPaint(Tint.color(palette.seen(Tint.mix(sand, 0x3A1E18, 0.6), depth), 0.4));
            g.fill(
                Land.under(
                    stage,
                    x ->
                        crest.applyAsDouble(x)
                            + 0.012
                            + 0.06 * Math.max(0, Math.sin(2.2 * x + base * 40))));
            g.setClip(clip);
          });
      if (row == 2) {
        Figures.place(stage, depth + 0.05, base + 0.05, false);
        if (!stage.idea().at(Place.SEA)) {
          stage.pane(
              depth + 0.06,
              g -> {
                for (int i = 0; i < 3; i++) {
                  Plants.cactus(
                      g,
                      stage.width()
                          * (stage.chance(0.5)
                              ? stage.between(0.05, 0.3)
                              : stage.between(0.7, 0.95)),
                      base + 0.08,
                      stage.between(0.08, 0.2),
                      palette.seen(0x3E5A3A, 0.9));
                }
              });
        }
      }
    }
  }

  static void field(SceneCanvas stage) {
    double horizon = stage.between(0.48, 0.58);
    Palette palette = stage.palette();
    Skies.paint(stage, horizon);
    Places.behind(stage, horizon, Place.FIELD);
    int[] greens = {0x8FA94E, 0x7A9A44, 0xC2B04A, 0x6B8F3C};
    int first = stage.random().nextInt(4);
    for (int row = 0; row < 3; row++) {
      double depth = 0.35 + 0.22 * row;
      double base = horizon + 0.05 + 0.12 * row;
      DoubleUnaryOperator line = Land.hills(stage, base, 0.012 + 0.01 * row, 1, 0.4);
      int green = greens[(first + row) % 4];
      boolean trees = row < 2;
      stage.pane(
          depth,
          g -> {
            if (trees) {
              for (int i = 0; i < 5; i++) {
                double x = stage.between(0, stage.width());
                Plants.leafy(
                    g,
                    stage,
                    x,
                    line.applyAsDouble(x) + 0.01,
                    0.06 + 0.1 * depth * stage.between(0.6, 1.3),
                    palette.seen(0x4D7A36, depth),
                    palette.seen(0x4A3826, depth));
              }
            }
            Land.fill(
                g,
                Land.under(stage, line),
                base,
                1,
                palette.seen(green, depth),
                palette.seen(Tint.mix(green, 0x2A4420, 0.4), depth));
          });
    }
    Figures.place(stage, 0.85, 0.82, false);
    stage.pane(
        1,
        g -> {
          Land.grass(
              g, stage, x -> 0.97 + 0.015 * Math.sin(5 * x), 0.09, palette.seen(0x3F5F2A, 1));
          Plants.flowers(g, stage, 0.86, 1, 160, 0xE8433A, 0xF2C14E, 0xF4F1E8, 0x9C6AD0);
        });
  }

  static void snow(SceneCanvas stage) {
    double horizon = stage.between(0.5, 0.56);
    Palette palette = stage.palette();
    Skies.paint(stage, horizon);
    if (Places.anyBehind(stage)) {
      Places.behind(stage, horizon, Place.MOUNTAIN);
    } else {
      Land.mountains(stage, 0.12, horizon, 0.2, 5, 0x8090A8);
    }
    Wild.treeline(stage, 0.3, horizon + 0.08, 0.12, 40);
    for (int row = 0; row < 2; row++) {
      double depth = 0.5 + 0.25 * row;
      double base = horizon + 0.17 + 0.14 * row;
      DoubleUnaryOperator line = Land.hills(stage, base, 0.02, 0.9, 0.35);
      stage.pane(
          depth,
          g -> {
            for (int i = 0; i < 4; i++) {
              double x = stage.between(0, stage.width());
              Plants.pine(
                  g,
                  stage,
                  x,
                  line.applyAsDouble(x) + 0.02,
                  stage.between(0.16, 0.3),
                  palette.seen(0x35564C, depth));
            }
            Land.fill(
                g,
                Land.under(stage, line),
                base - 0.03,
                1,
                palette.seen(0xF4F8FC, depth),
                palette.seen(0xAFC3DA, depth));
          });
      if (row == 0 && stage.idea().at(Place.VILLAGE)) {
        stage.pane(
            depth + 0.05,
            g ->
                Buildings.house(
                    g, stage, stage.width() * stage.between(0.3, 0.7), base + 0.07, 0.17, depth));
      }
    }
    Figures.place(stage, 0.82, 0.88, false);
    Wild.framePines(stage);
  }

  /// Where no word names a place: layered hills in the colours of the hour.
  static void nowhere(SceneCanvas stage) {
    double horizon = stage.between(0.42, 0.55);
    Skies.paint(stage, horizon + 0.15);
    int surface =
        Tint.mix(
            0x3A4A6A,
            new int[] {0x6A3A5A, 0x2A6A6A, 0x7A5A3A, 0x3A5A9A}[stage.random().nextInt(4)],
            0.7);
    for (int row = 0; row < 6; row++) {
      double depth = 0.1 + 0.16 * row;
      double base = horizon + 0.085 * row;
      DoubleUnaryOperator line =
          Land.hills(stage, base, 0.03 + 0.006 * row, 0.7 + stage.between(0, 0.9), 0.45);
      Land.ridge(stage, depth, line, base - 0.08, Tint.mix(surface, 0x10141F, 0.12 * row));
      if (row == 2) {
        Skies.mist(stage, depth + 0.04, base + 0.05, 0.12, 0.35);
      }
    }
    Figures.place(stage, 0.92, 0.9, false);
  }
}
