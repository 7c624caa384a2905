package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.util.List;

/// Composes the scene of an idea: the first place is where we are, another one shows behind it.
final class Places {
  private Places() {}

  /// Paints; takes some tenths of a second.
  ///
  /// @param plate the size of every pane
  static Scene paint(SceneIdea idea, Size plate) {
    SceneCanvas stage = new SceneCanvas(plate, idea);
    if (idea.places().isEmpty()) {
      OpenLand.nowhere(stage);
    } else {
      paint(stage, idea.places().getFirst());
    }
    if (idea.weather() == Weather.FOG) {
      Skies.mist(stage, 0.8, 0.72, 0.4, 0.55);
    }
    return stage.scene();
  }

  private static void paint(SceneCanvas stage, Place place) {
    switch (place) {
      case SEA -> Waters.sea(stage);
      case BEACH -> Waters.beach(stage);
      case RIVER -> Waters.lake(stage);
      case MOUNTAIN -> Wild.mountains(stage);
      case FOREST -> Wild.forest(stage);
      case DESERT -> OpenLand.desert(stage);
      case FIELD -> OpenLand.field(stage);
      case SNOW -> OpenLand.snow(stage);
      case VILLAGE -> Towns.village(stage);
      case CITY -> Towns.city(stage);
      case STREET -> Towns.street(stage);
      case ROAD -> Towns.road(stage);
      case ROOM -> Indoors.room(stage);
      case SPACE -> Indoors.space(stage);
      case SKY -> Indoors.sky(stage);
    }
  }

  /// What stands at the horizon: the second place, or what is usual.
  static void behind(SceneCanvas stage, double horizon, Place usual) {
    List<Place> far =
        stage.idea().places().stream()
            .skip(1)
            .filter(place -> place != Place.ROOM && place != Place.SKY)
            .limit(2)
            .toList();
    // what is named first is nearer
    (far.isEmpty() ? List.of(usual) : far.reversed())
        .forEach(place -> horizon(stage, horizon, place));
    if (stage.idea().has(Subject.CASTLE)) {
      stage.pane(
          0.3,
          g ->
              Buildings.castle(
                  g, stage, stage.width() * stage.between(0.3, 0.7), horizon + 0.02, 0.3, 0.45));
    }
  }

  /// Whether anything is to be seen behind the place that we are at.
  static boolean anyBehind(SceneCanvas stage) {
    return stage.idea().places().size() > 1 || stage.idea().has(Subject.CASTLE);
  }

  private static void horizon(SceneCanvas stage, double horizon, Place far) {
    switch (far) {
      case MOUNTAIN, SNOW -> {
        Land.mountains(stage, 0.1, horizon - 0.05, 0.26, 5, 0x6C7890);
        Land.ridge(
            stage,
            0.22,
            Land.hills(stage, horizon - 0.02, 0.025, 2, 0.5),
            horizon - 0.06,
            0x4F6656);
      }
      case CITY, STREET ->
          stage.pane(0.14, g -> Buildings.skyline(g, stage, horizon + 0.01, 0.04, 0.24, 0.25));
      case FOREST -> {
        Land.ridge(
            stage, 0.1, Land.hills(stage, horizon - 0.06, 0.03, 1.5, 0.5), horizon - 0.1, 0x4B6A55);
        Wild.treeline(stage, 0.2, horizon + 0.01, 0.07, 70);
      }
      case SEA, BEACH, RIVER ->
          Land.water(stage, 0.1, horizon - 0.03, horizon + 0.06, 0.0015, 0x2F6B8F);
      case DESERT ->
          Land.ridge(
              stage,
              0.12,
              Land.hills(stage, horizon - 0.01, 0.03, 1.2, 0.3),
              horizon - 0.06,
              0xD9A866);
      case VILLAGE, FIELD, ROAD, ROOM, SPACE, SKY -> {
        Land.ridge(
            stage,
            0.1,
            Land.hills(stage, horizon - 0.05, 0.03, 1.4, 0.45),
            horizon - 0.1,
            0x6F8F6A);
        Land.ridge(
            stage, 0.2, Land.hills(stage, horizon, 0.02, 2.2, 0.45), horizon - 0.04, 0x5F8250);
      }
    }
  }
}
