package app.photoplay.kind.talk;

import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.talk.Style;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The choices of a talking photo.
///
/// @param voice empty: the one that speaks the language of the words
/// @param label whether the picture itself says that it was made by AI
/// @param provider who makes it; empty for whoever is preferred
record TalkOptions(
    String voice,
    SpeechStyle manner,
    Shape shape,
    Quality quality,
    Style style,
    Captions captions,
    boolean label,
    String provider) {
  TalkOptions {
    // Drafts that were stored before there was a choice.
    manner = Objects.requireNonNullElse(manner, SpeechStyle.NATURAL);
    style = Objects.requireNonNullElse(style, Style.CALM);
    captions = Objects.requireNonNullElse(captions, Captions.OFF);
    provider = Objects.requireNonNullElse(provider, "");
  }

  static TalkOptions defaults(Quality quality) {
    return new TalkOptions(
        "", SpeechStyle.NATURAL, Shape.PHOTO, quality, Style.CALM, Captions.OFF, false, "");
  }

  /// These choices with what a person chose instead, of [OrderOptions#TALK] and read by them. The
  /// voice is judged together with the words.
  TalkOptions with(Map<String, String> chosen) {
    return new TalkOptions(
        OrderOptions.VOICE.of(chosen, Optional::of, voice).toLowerCase(Locale.ROOT),
        new SpeechStyle(
            OrderOptions.SPEED.of(chosen, TalkOptions::number, manner.speed()),
            OrderOptions.PITCH.of(chosen, TalkOptions::number, manner.semitones())),
        OrderOptions.ASPECT.of(chosen, Shape::parse, shape),
        OrderOptions.QUALITY.of(chosen, Quality::parse, quality),
        OrderOptions.STYLE.of(chosen, Style::parse, style),
        OrderOptions.CAPTIONS.of(chosen, Captions::parse, captions),
        OrderOptions.LABEL.of(chosen, value -> Optional.of(value.equals("on")), label),
        OrderOptions.PROVIDER.of(chosen, Optional::of, provider));
  }

  private static Optional<Double> number(String read) {
    return Optional.of(Double.valueOf(read));
  }

  TalkOptions with(SpeechStyle other) {
    return new TalkOptions(voice, other, shape, quality, style, captions, label, provider);
  }

  TalkOptions with(Style other) {
    return new TalkOptions(voice, manner, shape, quality, other, captions, label, provider);
  }

  TalkOptions with(Captions other) {
    return new TalkOptions(voice, manner, shape, quality, style, other, label, provider);
  }

  TalkOptions with(Shape other) {
    return new TalkOptions(voice, manner, other, quality, style, captions, label, provider);
  }

  TalkOptions with(Quality other) {
    return new TalkOptions(voice, manner, shape, other, style, captions, label, provider);
  }

  TalkOptions spokenBy(String other) {
    return new TalkOptions(other, manner, shape, quality, style, captions, label, provider);
  }

  /// Without any letters in or beside the picture.
  TalkOptions unwritten() {
    return new TalkOptions(voice, manner, shape, quality, style, Captions.OFF, false, provider);
  }

  /// The same with who each is and what it speaks: `slt (Sally, English (US))`.
  static List<String> described(Voices voices) {
    return voices.voices().stream()
        .map(voice -> voice.name() + " (" + voice.description() + ")")
        .toList();
  }

  static List<String> names(Voices voices) {
    return voices.voices().stream().map(SpeechModel.Voice::name).toList();
  }

  /// How people know a voice.
  static String described(Voices voices, String name) {
    return voices.voices().stream()
        .filter(voice -> voice.name().equals(name) && !voice.description().isBlank())
        .map(SpeechModel.Voice::description)
        .findFirst()
        .orElse(name);
  }
}
