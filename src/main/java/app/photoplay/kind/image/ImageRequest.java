package app.photoplay.kind.image;

import app.photoplay.job.JobRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.text.SofterWords;
import app.photoplay.provider.video.ShotSize;
import java.nio.file.Path;
import java.util.List;

/// One picture.
///
/// @param text what it shows
/// @param style words that all pictures of one film share, may be empty
/// @param shape not [Shape#PHOTO]
/// @param seed the same request with another seed is another picture
/// @param references SHA-256 of pictures that it should resemble, the most important first
public record ImageRequest(
    String text,
    String style,
    ShotSize shot,
    Shape shape,
    Quality quality,
    long seed,
    List<String> references)
    implements JobRequest {
  public static final String KIND = "image";
  private static final Size WIDE = new Size(16, 9);

  public ImageRequest {
    references = List.copyOf(references);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /// The same in words that rules may rather allow.
  ///
  /// @param softened 0 for the very words
  ImageRequest softened(int softened) {
    return softened == 0
        ? this
        : new ImageRequest(SofterWords.soft(text), style, shot, shape, quality, seed, references);
  }

  /// What is needed, without the references.
  public ImagePrompt need() {
    return prompt(List.of());
  }

  ImagePrompt prompt(List<Path> resembled) {
    return new ImagePrompt(text, style, shot, shape.canvas(WIDE, quality), seed, resembled);
  }
}
