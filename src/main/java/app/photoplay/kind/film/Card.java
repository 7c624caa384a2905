package app.photoplay.kind.film;

import app.photoplay.media.Size;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.video.VideoEncoder;
import java.nio.file.Path;
import java.util.Optional;

/// Words over a picture that is darkened for them and slowly comes nearer: a film's title, or its
/// end. For one thread.
///
/// @param words as they are laid over every picture
record Card(MissingScene picture, Overlay words) implements VideoEncoder.Frames {
  /// What is left of the picture's brightness, of 256.
  private static final int DARK = 96;

  static Card of(
      Optional<Path> picture, Size size, int framesPerSecond, int frames, Overlay words) {
    Overlay nothing = Overlay.empty(size, framesPerSecond);
    return new Card(MissingScene.of(picture, size, frames, nothing), words);
  }

  @Override
  public void draw(int frame, int[] pixels) {
    picture.draw(frame, pixels);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = darker(pixels[i] >> 16) << 16 | darker(pixels[i] >> 8) << 8 | darker(pixels[i]);
    }
    words.draw(frame, pixels);
  }

  private static int darker(int channel) {
    return ((channel & 255) * DARK) >> 8;
  }
}
