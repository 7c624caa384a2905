package app.photoplay.provider.video;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import java.nio.file.Path;
import java.util.Optional;

/// One shot.
///
/// @param text what is to be seen, as people wrote it; may be empty when there is a first frame
/// @param style words that all shots of one film share, may be empty
/// @param motion what happens in it, beside what is to be seen: all that a model needs which is
///   given the first frame; may be empty
/// @param firstFrame a photo or picture that it begins with (JPEG, PNG, WebP)
/// @param lastFrame one that it ends with; only together with a first frame
/// @param seconds its length
/// @param shape [Shape#PHOTO] follows the first frame, and is wide without one
/// @param seed the same prompt with the same seed gives the same shot where the model can
public record VideoPrompt(
    String text,
    String style,
    String motion,
    Optional<Path> firstFrame,
    Optional<Path> lastFrame,
    double seconds,
    Shape shape,
    Quality quality,
    CameraMove camera,
    ShotSize shot,
    long seed) {
  public VideoPrompt {
    if (lastFrame.isPresent() && firstFrame.isEmpty()) {
      throw new IllegalArgumentException("a last frame without a first one");
    }
  }
}
