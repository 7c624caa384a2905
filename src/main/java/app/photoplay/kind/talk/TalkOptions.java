package app.photoplay.kind.talk;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.SpeechModel;
import app.photoplay.provider.Style;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The choices of a talking photo.
///
/// @param label whether the picture itself says that it was made by AI
record TalkOptions(
    String voice, Shape shape, Quality quality, Style style, Captions captions, boolean label) {
  private static final String ON = "on";
  private static final String OFF = "off";

  TalkOptions {
    // Drafts that were stored before there was a choice.
    style = Objects.requireNonNullElse(style, Style.CALM);
    captions = Objects.requireNonNullElse(captions, Captions.OFF);
  }

  static TalkOptions defaults(Quality quality, SpeechModel voices) {
    String voice = voices.voices().getFirst().name();
    return new TalkOptions(voice, Shape.PHOTO, quality, Style.CALM, Captions.OFF, false);
  }

  /// These choices with what a person chose instead: `voice`, `aspect`, `quality`, `style`,
  /// `captions`, `label`. The voice is judged together with the words.
  Read with(Map<String, String> chosen) {
    String aspect = chosen.getOrDefault("aspect", shape.label());
    Optional<Shape> newShape = Shape.parse(aspect);
    if (newShape.isEmpty()) {
      return new Read.Unknown("aspect", aspect, labels(Shape.values(), Shape::label));
    }
    String tier = chosen.getOrDefault("quality", quality.label());
    Optional<Quality> newQuality = Quality.parse(tier);
    if (newQuality.isEmpty()) {
      return new Read.Unknown("quality", tier, labels(Quality.values(), Quality::label));
    }
    String manner = chosen.getOrDefault("style", style.label());
    Optional<Style> newStyle = Style.parse(manner);
    if (newStyle.isEmpty()) {
      return new Read.Unknown("style", manner, labels(Style.values(), Style::label));
    }
    String writing = chosen.getOrDefault("captions", captions.label());
    Optional<Captions> newCaptions = Captions.parse(writing);
    if (newCaptions.isEmpty()) {
      return new Read.Unknown("captions", writing, labels(Captions.values(), Captions::label));
    }
    String labelled = chosen.getOrDefault("label", label ? ON : OFF).strip();
    if (!labelled.equalsIgnoreCase(ON) && !labelled.equalsIgnoreCase(OFF)) {
      return new Read.Unknown("label", labelled, ON + ", " + OFF);
    }
    return new Read.Good(
        new TalkOptions(
            chosen.getOrDefault("voice", voice),
            newShape.get(),
            newQuality.get(),
            newStyle.get(),
            newCaptions.get(),
            labelled.equalsIgnoreCase(ON)));
  }

  static String names(SpeechModel voices) {
    return voices.voices().stream().map(SpeechModel.Voice::name).collect(Collectors.joining(", "));
  }

  private static <T> String labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).collect(Collectors.joining(", "));
  }

  /// What came of reading them.
  sealed interface Read {
    record Good(TalkOptions options) implements Read {}

    record Unknown(String option, String value, String choices) implements Read {}
  }
}
