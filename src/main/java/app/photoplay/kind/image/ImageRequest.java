package app.photoplay.kind.image;

import app.photoplay.job.JobRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.text.SofterWords;
import app.photoplay.provider.video.ShotSize;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// One picture.
///
/// @param text what it shows
/// @param style words that all pictures of one film share, may be empty
/// @param shape not [Shape#PHOTO]
/// @param seed the same request with another seed is another picture
/// @param references SHA-256 of pictures that it should resemble, the most important first
/// @param provider who is asked first, as in the settings; empty for whoever is preferred
public record ImageRequest(
    String text,
    String style,
    ShotSize shot,
    Shape shape,
    Quality quality,
    long seed,
    List<String> references,
    // left out where there is none, so that what was made before there was a choice is found again
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String provider)
    implements JobRequest {
  public static final String KIND = "image";
  private static final Size WIDE = new Size(16, 9);

  public ImageRequest {
    references = List.copyOf(references);
    provider = Objects.requireNonNullElse(provider, "");
  }

  /// One that whoever is preferred paints.
  public ImageRequest(
      String text,
      String style,
      ShotSize shot,
      Shape shape,
      Quality quality,
      long seed,
      List<String> references) {
    this(text, style, shot, shape, quality, seed, references, "");
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
        : new ImageRequest(
            SofterWords.soft(text), style, shot, shape, quality, seed, references, provider);
  }

  /// What is needed, without the references.
  public ImagePrompt need() {
    return prompt(List.of());
  }

  ImagePrompt prompt(List<Path> resembled) {
    return new ImagePrompt(text, style, shot, shape.canvas(WIDE, quality), seed, resembled);
  }
}
