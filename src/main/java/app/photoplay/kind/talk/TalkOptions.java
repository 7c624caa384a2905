package app.photoplay.kind.talk;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.SpeechModel;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The choices of a talking photo.
record TalkOptions(String voice, Shape shape, Quality quality) {

  static TalkOptions defaults(Quality quality, SpeechModel voices) {
    return new TalkOptions(voices.voices().getFirst().name(), Shape.PHOTO, quality);
  }

  /// These choices with what a person chose instead: `voice`, `aspect`, `quality`. The voice is
  /// judged together with the words.
  Read with(Map<String, String> chosen) {
    String aspect = chosen.getOrDefault("aspect", shape.label());
    Optional<Shape> newShape = Shape.parse(aspect);
    if (newShape.isEmpty()) {
      return new Read.Unknown("aspect", aspect, shapes());
    }
    String tier = chosen.getOrDefault("quality", quality.label());
    Optional<Quality> newQuality = Quality.parse(tier);
    if (newQuality.isEmpty()) {
      return new Read.Unknown("quality", tier, qualities());
    }
    String newVoice = chosen.getOrDefault("voice", voice);
    return new Read.Good(new TalkOptions(newVoice, newShape.get(), newQuality.get()));
  }

  static String names(SpeechModel voices) {
    return voices.voices().stream().map(SpeechModel.Voice::name).collect(Collectors.joining(", "));
  }

  private static String shapes() {
    return Arrays.stream(Shape.values()).map(Shape::label).collect(Collectors.joining(", "));
  }

  private static String qualities() {
    return Arrays.stream(Quality.values()).map(Quality::label).collect(Collectors.joining(", "));
  }

  /// What came of reading them.
  sealed interface Read {
    record Good(TalkOptions options) implements Read {}

    record Unknown(String option, String value, String choices) implements Read {}
  }
}
