package app.photoplay.kind.talk;

import app.photoplay.job.JobRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Motion;
import app.photoplay.provider.Style;
import java.util.Objects;

/// A photo that shall speak.
///
/// @param photo SHA-256 of the photo's bytes
/// @param label small text in a corner of the picture that says it was made by AI, in the person's
///   language; empty for none
public record TalkRequest(
    String photo,
    String words,
    String voice,
    Shape shape,
    Quality quality,
    Motion motion,
    Style style,
    Captions captions,
    String label)
    implements JobRequest {
  public static final String KIND = "talk";

  public TalkRequest {
    // Jobs that were stored before there was a choice can be ordered again.
    style = Objects.requireNonNullElse(style, Style.CALM);
    captions = Objects.requireNonNullElse(captions, Captions.OFF);
    label = Objects.requireNonNullElse(label, "");
  }

  TalkRequest with(Quality other) {
    return new TalkRequest(photo, words, voice, shape, other, motion, style, captions, label);
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
