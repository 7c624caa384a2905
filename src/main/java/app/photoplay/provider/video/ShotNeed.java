package app.photoplay.provider.video;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;

/// A shot, without its pictures.
///
/// @param text what is to be seen; may be empty when there is a first frame
public record ShotNeed(
    String text,
    boolean firstFrame,
    boolean lastFrame,
    int seconds,
    Shape shape,
    Quality quality,
    CameraMove camera) {
  public long millis() {
    return seconds * 1000L;
  }
}
