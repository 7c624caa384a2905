package app.photoplay.kind.clip;

import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.video.CameraMove;
import java.util.Map;
import java.util.Optional;

/// The choices of a clip.
record ClipOptions(int seconds, Shape shape, Quality quality, CameraMove camera, String provider) {
  static ClipOptions defaults(Quality quality) {
    return new ClipOptions(6, Shape.PHOTO, quality, CameraMove.PUSH_IN, "");
  }

  /// These choices with what a person chose instead, of [OrderOptions#CLIP] and read by them.
  ClipOptions with(Map<String, String> chosen) {
    return new ClipOptions(
        OrderOptions.SECONDS.of(chosen, value -> Optional.of(Integer.valueOf(value)), seconds),
        OrderOptions.ASPECT.of(chosen, Shape::parse, shape),
        OrderOptions.QUALITY.of(chosen, Quality::parse, quality),
        OrderOptions.CAMERA.of(chosen, CameraMove::parse, camera),
        OrderOptions.PROVIDER.of(chosen, Optional::of, provider));
  }
}
