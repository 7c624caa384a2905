package app.photoplay.provider.text;

import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.List;

/// The plan of a film.
///
/// @param writer who planned it: the model's name, or [#TEMPLATE] when no model understood the idea
/// @param style words for every picture, so that they look alike
/// @param scenes in order, at least one
public record Storyboard(String writer, String style, List<Scene> scenes) {
  /// A fixed pattern filled with the idea's own words.
  public static final String TEMPLATE = "template";

  public Storyboard {
    scenes = List.copyOf(scenes);
  }

  /// The length of the whole film.
  public double seconds() {
    return scenes.stream().mapToDouble(Scene::seconds).sum();
  }

  /// One shot.
  ///
  /// @param picture what is to be seen
  /// @param narration what is heard meanwhile, may be empty
  /// @param spoken whether somebody in the picture says the narration
  public record Scene(
      double seconds,
      String picture,
      String narration,
      ShotSize shot,
      CameraMove camera,
      boolean spoken) {}
}
