package app.photoplay.kind.clip;

import app.photoplay.job.JobRequest;
import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.text.SofterWords;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotSize;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;

/// One shot.
///
/// @param prompt what is to be seen; may be empty when there is a first frame
/// @param first SHA-256 of the photo that it begins with
/// @param last SHA-256 of the photo that it ends with, only together with a first one
/// @param style words that all shots of one film share, may be empty
/// @param motion what happens in it, beside what is to be seen; may be empty
/// @param seed the same request with another seed is another shot
/// @param yielding whether it may be asked for in softer words where rules forbid these; people who
///   wrote them themselves are told instead
/// @param provider who is asked first, as in the settings; empty for whoever is preferred
public record ClipRequest(
    String prompt,
    Optional<String> first,
    Optional<String> last,
    int seconds,
    Shape shape,
    Quality quality,
    CameraMove camera,
    ShotSize shot,
    // left out where there is none, so that what was made before there was a choice is found again
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String style,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String motion,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long seed,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean yielding,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String provider)
    implements JobRequest {
  public static final String KIND = "clip";
  public static final int LEAST_SECONDS = OrderOptions.LEAST_SECONDS;
  public static final int MOST_SECONDS = OrderOptions.MOST_SECONDS;

  public ClipRequest {
    style = Objects.requireNonNullElse(style, "");
    motion = Objects.requireNonNullElse(motion, "");
    provider = Objects.requireNonNullElse(provider, "");
  }

  /// A shot of its own.
  public ClipRequest(
      String prompt,
      Optional<String> first,
      Optional<String> last,
      int seconds,
      Shape shape,
      Quality quality,
      CameraMove camera,
      ShotSize shot) {
    this(prompt, first, last, seconds, shape, quality, camera, shot, "", "", 0, false, "");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String variant() {
    return quality.label();
  }

  ShotNeed need() {
    return new ShotNeed(
        prompt, first.isPresent(), last.isPresent(), seconds, shape, quality, camera);
  }

  ClipRequest with(Quality other) {
    return new ClipRequest(
        prompt, first, last, seconds, shape, other, camera, shot, style, motion, seed, yielding,
        provider);
  }

  /// The same made by somebody else.
  ClipRequest by(String other) {
    return new ClipRequest(
        prompt, first, last, seconds, shape, quality, camera, shot, style, motion, seed, yielding,
        other);
  }

  /// Another shot of the same.
  ClipRequest taken(long other) {
    return new ClipRequest(
        prompt, first, last, seconds, shape, quality, camera, shot, style, motion, other, yielding,
        provider);
  }

  /// The same in words that rules may rather allow, and in the end without the frame that it should
  /// end with.
  ///
  /// @param softened how often; 0 for the very words
  ClipRequest softened(int softened) {
    return switch (softened) {
      case 0 -> this;
      case 1 -> saying(SofterWords.soft(prompt), SofterWords.soft(motion), last);
      default -> saying(SofterWords.softest(prompt), SofterWords.softest(motion), Optional.empty());
    };
  }

  /// Whether there is yet another way to ask.
  boolean softer(int softened) {
    return yielding && (softened == 0 || (softened == 1 && last.isPresent()));
  }

  private ClipRequest saying(String words, String moving, Optional<String> end) {
    return new ClipRequest(
        words,
        first,
        end,
        seconds,
        shape,
        quality,
        camera,
        shot,
        style,
        motion.isEmpty() ? "" : moving,
        seed,
        yielding,
        provider);
  }
}
