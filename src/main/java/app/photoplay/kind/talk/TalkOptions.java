package app.photoplay.kind.talk;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Style;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The choices of a talking photo.
///
/// @param voice empty: the one that speaks the language of the words
/// @param label whether the picture itself says that it was made by AI
record TalkOptions(
    String voice,
    SpeechStyle manner,
    Shape shape,
    Quality quality,
    Style style,
    Captions captions,
    boolean label) {
  private static final String ON = "on";
  private static final String OFF = "off";

  TalkOptions {
    // Drafts that were stored before there was a choice.
    manner = Objects.requireNonNullElse(manner, SpeechStyle.NATURAL);
    style = Objects.requireNonNullElse(style, Style.CALM);
    captions = Objects.requireNonNullElse(captions, Captions.OFF);
  }

  static TalkOptions defaults(Quality quality) {
    return new TalkOptions(
        "", SpeechStyle.NATURAL, Shape.PHOTO, quality, Style.CALM, Captions.OFF, false);
  }

  /// These choices with what a person chose instead: `voice`, `speed`, `pitch`, `aspect`,
  /// `quality`, `style`, `captions`, `label`. The voice is judged together with the words.
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
    String motion = chosen.getOrDefault("style", style.label());
    Optional<Style> newStyle = Style.parse(motion);
    if (newStyle.isEmpty()) {
      return new Read.Unknown("style", motion, labels(Style.values(), Style::label));
    }
    String writing = chosen.getOrDefault("captions", captions.label());
    Optional<Captions> newCaptions = Captions.parse(writing);
    if (newCaptions.isEmpty()) {
      return new Read.Unknown("captions", writing, labels(Captions.values(), Captions::label));
    }
    String labelled = chosen.getOrDefault("label", label ? ON : OFF).strip();
    if (!labelled.equalsIgnoreCase(ON) && !labelled.equalsIgnoreCase(OFF)) {
      return new Read.Unknown("label", labelled, List.of(ON, OFF));
    }
    String speed = chosen.getOrDefault("speed", String.valueOf(manner.speed()));
    OptionalDouble newSpeed = within(speed, SpeechStyle.SLOWEST, SpeechStyle.FASTEST);
    if (newSpeed.isEmpty()) {
      return new Read.Unknown("speed", speed, List.of("0.5 – 2"));
    }
    String pitch = chosen.getOrDefault("pitch", String.valueOf(manner.semitones()));
    OptionalDouble newPitch =
        within(pitch, -SpeechStyle.MOST_SEMITONES, SpeechStyle.MOST_SEMITONES);
    if (newPitch.isEmpty()) {
      return new Read.Unknown("pitch", pitch, List.of("-12 – 12"));
    }
    return new Read.Good(
        new TalkOptions(
            chosen.getOrDefault("voice", voice).strip().toLowerCase(Locale.ROOT),
            new SpeechStyle(newSpeed.getAsDouble(), newPitch.getAsDouble()),
            newShape.get(),
            newQuality.get(),
            newStyle.get(),
            newCaptions.get(),
            labelled.equalsIgnoreCase(ON)));
  }

  TalkOptions with(SpeechStyle other) {
    return new TalkOptions(voice, other, shape, quality, style, captions, label);
  }

  TalkOptions with(Style other) {
    return new TalkOptions(voice, manner, shape, quality, other, captions, label);
  }

  TalkOptions with(Captions other) {
    return new TalkOptions(voice, manner, shape, quality, style, other, label);
  }

  /// Without any letters in or beside the picture.
  TalkOptions unwritten() {
    return new TalkOptions(voice, manner, shape, quality, style, Captions.OFF, false);
  }

  private static OptionalDouble within(String text, double least, double most) {
    try {
      double number = Double.parseDouble(text.strip().replace(',', '.'));
      return number >= least && number <= most ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  static List<String> names(SpeechModel voices) {
    return voices.voices().stream().map(SpeechModel.Voice::name).toList();
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  /// What came of reading them.
  sealed interface Read {
    record Good(TalkOptions options) implements Read {}

    record Unknown(String option, String value, List<String> choices) implements Read {}
  }
}
