package app.photoplay.kind.clip;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.CameraMove;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Nearest;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The choices of a clip.
record ClipOptions(int seconds, Shape shape, Quality quality, CameraMove camera) {
  static ClipOptions defaults(Quality quality) {
    return new ClipOptions(6, Shape.PHOTO, quality, CameraMove.PUSH_IN);
  }

  /// What came of reading them.
  sealed interface Read {
    record Good(ClipOptions options) implements Read {}

    record Bad(Sentence why) implements Read {}
  }

  /// These choices with what a person chose instead: `seconds`, `aspect`, `quality`, `camera`.
  Read with(Map<String, String> chosen) {
    String length = chosen.getOrDefault("seconds", "" + seconds).strip();
    Optional<Integer> newSeconds = wholeSeconds(length);
    if (newSeconds.isEmpty()) {
      return new Read.Bad(
          Phrase.CLIP_SECONDS.with(
              Argument.LEAST.of(ClipRequest.LEAST_SECONDS),
              Argument.MOST.of(ClipRequest.MOST_SECONDS)));
    }
    String aspect = chosen.getOrDefault("aspect", shape.label());
    Optional<Shape> newShape = Shape.parse(aspect);
    if (newShape.isEmpty()) {
      return unknown("aspect", aspect, Shape.values(), Shape::label);
    }
    String tier = chosen.getOrDefault("quality", quality.label());
    Optional<Quality> newQuality = Quality.parse(tier);
    if (newQuality.isEmpty()) {
      return unknown("quality", tier, Quality.values(), Quality::label);
    }
    String move = chosen.getOrDefault("camera", camera.label());
    Optional<CameraMove> newCamera = CameraMove.parse(move);
    if (newCamera.isEmpty()) {
      return new Read.Bad(
          Nearest.to(move, CameraMove.labels())
              .map(nearest ->
                  Phrase.CAMERA_UNKNOWN_NEAREST.with(
                      Argument.VALUE.of(move),
                      Argument.NEAREST.of(nearest),
                      Argument.CHOICES.of(CameraMove.labels())))
              .orElseGet(() ->
                  Phrase.CAMERA_UNKNOWN.with(
                      Argument.VALUE.of(move), Argument.CHOICES.of(CameraMove.labels()))));
    }
    return new Read.Good(
        new ClipOptions(newSeconds.get(), newShape.get(), newQuality.get(), newCamera.get()));
  }

  private static Optional<Integer> wholeSeconds(String written) {
    try {
      return Optional.of(Integer.parseInt(written))
          .filter(it -> it >= ClipRequest.LEAST_SECONDS && it <= ClipRequest.MOST_SECONDS);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static <T> Read unknown(
      String option, String value, T[] choices, Function<T, String> label) {
    return new Read.Bad(
        Phrase.UNKNOWN_OPTION.with(
            Argument.OPTION.of(option),
            Argument.VALUE.of(value),
            Argument.CHOICES.of(Arrays.stream(choices).map(label).toList())));
  }
}
