package app.photoplay.kind.talk;

import app.photoplay.job.JobRequest;
import app.photoplay.kind.speech.Recording;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkNeed;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A photo that shall speak.
///
/// @param photo SHA-256 of the photo's bytes
/// @param words empty when there is a recording
/// @param label small text in a corner of the picture that says it was made by AI, in the person's
///   language; empty for none
/// @param recording the person's own voice; null when one of ours speaks the words
/// @param provider who is asked first, as in the settings; empty for whoever is preferred
/// @param take the same request with another take moves differently; 0 is the first
public record TalkRequest(
    String photo,
    String words,
    String voice,
    Shape shape,
    Quality quality,
    Motion motion,
    Style style,
    Captions captions,
    String label,
    SpeechStyle manner,
    @Nullable Recording recording,
    // left out where there is none, so that what was made before there was a choice is found again
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String provider,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long take)
    implements JobRequest {
  public static final String KIND = "talk";

  public TalkRequest {
    // Jobs that were stored before there was a choice can be ordered again.
    style = Objects.requireNonNullElse(style, Style.CALM);
    captions = Objects.requireNonNullElse(captions, Captions.OFF);
    label = Objects.requireNonNullElse(label, "");
    manner = Objects.requireNonNullElse(manner, SpeechStyle.NATURAL);
    provider = Objects.requireNonNullElse(provider, "");
  }

  /// Made by whoever is preferred.
  public TalkRequest(
      String photo,
      String words,
      String voice,
      Shape shape,
      Quality quality,
      Motion motion,
      Style style,
      Captions captions,
      String label,
      SpeechStyle manner,
      @Nullable Recording recording) {
    this(
        photo, words, voice, shape, quality, motion, style, captions, label, manner, recording, "",
        0);
  }

  /// Words spoken as the voice speaks by itself.
  public TalkRequest(
      String photo,
      String words,
      String voice,
      Shape shape,
      Quality quality,
      Motion motion,
      Style style,
      Captions captions,
      String label) {
    this(
        photo,
        words,
        voice,
        shape,
        quality,
        motion,
        style,
        captions,
        label,
        SpeechStyle.NATURAL,
        null);
  }

  TalkRequest with(Quality other) {
    return new TalkRequest(
        photo, words, voice, shape, other, motion, style, captions, label, manner, recording,
        provider, take);
  }

  /// The same made by somebody else.
  public TalkRequest by(String other) {
    return new TalkRequest(
        photo, words, voice, shape, quality, motion, style, captions, label, manner, recording,
        other, take);
  }

  /// The same of another photo.
  TalkRequest of(String other) {
    return new TalkRequest(
        other, words, voice, shape, quality, motion, style, captions, label, manner, recording,
        provider, take);
  }

  /// The same with other words.
  TalkRequest saying(String other) {
    return new TalkRequest(
        photo, other, voice, shape, quality, motion, style, captions, label, manner, recording,
        provider, take);
  }

  /// The same moving differently.
  TalkRequest taken(long other) {
    return new TalkRequest(
        photo, words, voice, shape, quality, motion, style, captions, label, manner, recording,
        provider, other);
  }

  /// The same with other choices of voice, manner, style and captions.
  TalkRequest with(TalkOptions options) {
    return new TalkRequest(
        photo,
        words,
        options.voice(),
        options.shape(),
        options.quality(),
        motion,
        options.style(),
        options.captions(),
        label,
        options.manner(),
        recording,
        options.provider(),
        take);
  }

  TalkOptions options() {
    return new TalkOptions(
        voice, manner, shape, quality, style, captions, !label.isEmpty(), provider);
  }

  TalkNeed need(long millis) {
    return new TalkNeed(motion, shape, quality, millis);
  }

  SpeechRequest speech() {
    return new SpeechRequest(words, voice, manner, recording);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String variant() {
    return quality.label();
  }
}
