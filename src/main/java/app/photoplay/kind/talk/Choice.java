package app.photoplay.kind.talk;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.talk.Style;
import app.photoplay.wording.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a button can choose: few steps that are clearly heard or seen. Options take any number.
enum Choice {
  SLOWER(Phrase.CHOICE_SLOWER),
  EVEN(Phrase.CHOICE_EVEN),
  FASTER(Phrase.CHOICE_FASTER),

  DEEPER(Phrase.CHOICE_DEEPER),
  NATURAL(Phrase.CHOICE_NATURAL),
  HIGHER(Phrase.CHOICE_HIGHER),

  CALM(Phrase.CHOICE_CALM),
  LIVELY(Phrase.CHOICE_LIVELY),
  STILL(Phrase.CHOICE_STILL),

  SILENT(Phrase.CHOICE_SILENT),
  BURNED(Phrase.CHOICE_BURNED),
  FILE(Phrase.CHOICE_FILE),

  UNCUT(Phrase.ASPECT_PHOTO),
  SQUARE(Phrase.ASPECT_SQUARE),
  TALL(Phrase.ASPECT_TALL),
  WIDE(Phrase.ASPECT_WIDE),

  ECONOMY(Phrase.QUALITY_ECONOMY),
  STANDARD(Phrase.QUALITY_STANDARD),
  PREMIUM(Phrase.QUALITY_PREMIUM);

  static final List<Choice> SPEED = List.of(SLOWER, EVEN, FASTER);
  static final List<Choice> PITCH = List.of(DEEPER, NATURAL, HIGHER);
  static final List<Choice> MOVEMENT = List.of(CALM, LIVELY, STILL);
  static final List<Choice> WRITING = List.of(SILENT, BURNED, FILE);
  static final List<Choice> SHAPE = List.of(UNCUT, SQUARE, TALL, WIDE);
  static final List<Choice> QUALITY = List.of(ECONOMY, STANDARD, PREMIUM);

  private final Phrase label;

  Choice(Phrase label) {
    this.label = label;
  }

  Phrase label() {
    return label;
  }

  /// Its name in the data of buttons.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Choice> of(String code) {
    return Arrays.stream(values()).filter(choice -> choice.code().equals(code)).findFirst();
  }

  TalkOptions on(TalkOptions options) {
    return switch (this) {
      case SLOWER -> options.with(speed(options, 0.8));
      case EVEN -> options.with(speed(options, 1));
      case FASTER -> options.with(speed(options, 1.25));
      case DEEPER -> options.with(pitch(options, -3));
      case NATURAL -> options.with(pitch(options, 0));
      case HIGHER -> options.with(pitch(options, 3));
      case CALM -> options.with(Style.CALM);
      case LIVELY -> options.with(Style.LIVELY);
      case STILL -> options.with(Style.STILL);
      case SILENT -> options.with(Captions.OFF);
      case BURNED -> options.with(Captions.BURNED);
      case FILE -> options.with(Captions.SRT);
      case UNCUT -> options.with(Shape.PHOTO);
      case SQUARE -> options.with(Shape.SQUARE);
      case TALL -> options.with(Shape.TALL);
      case WIDE -> options.with(Shape.WIDE);
      case ECONOMY -> options.with(Quality.ECONOMY);
      case STANDARD -> options.with(Quality.STANDARD);
      case PREMIUM -> options.with(Quality.PREMIUM);
    };
  }

  boolean isChosen(TalkOptions options) {
    return on(options).equals(options);
  }

  private static SpeechStyle speed(TalkOptions options, double speed) {
    return new SpeechStyle(speed, options.manner().semitones());
  }

  private static SpeechStyle pitch(TalkOptions options, double semitones) {
    return new SpeechStyle(options.manner().speed(), semitones);
  }
}
