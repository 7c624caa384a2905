package app.photoplay.provider.image;

import app.photoplay.media.Size;
import app.photoplay.provider.video.ShotSize;
import java.nio.file.Path;
import java.util.List;

/// One picture to be made.
///
/// @param text what it shows, as people wrote it, not empty
/// @param style words that all pictures of one film share, may be empty
/// @param size what it is for; models that know only some sizes take the nearest
/// @param seed the same prompt with the same seed gives the same picture where the model can
/// @param references pictures that it should resemble, the most important first: JPEG, PNG or WebP
public record ImagePrompt(
    String text, String style, ShotSize shot, Size size, long seed, List<Path> references) {
  public ImagePrompt {
    references = List.copyOf(references);
  }
}
