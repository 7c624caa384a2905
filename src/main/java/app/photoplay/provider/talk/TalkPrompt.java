package app.photoplay.provider.talk;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.GeneratedSpeech;
import java.nio.file.Path;

/// One talking photo.
///
/// @param photo the photo's bytes as they were sent (JPEG, PNG, WebP), already known to decode
/// @param speech the sound, see [GeneratedSpeech#sound()]
/// @param timings when each sound is spoken, see [GeneratedSpeech#timings()]
/// @param captions only [Captions#BURNED] changes the picture
/// @param label small text in a corner of the picture, empty for none
/// @param take another one moves differently, where the model can
public record TalkPrompt(
    Path photo,
    Path speech,
    Path timings,
    Shape shape,
    Quality quality,
    Motion motion,
    Style style,
    Captions captions,
    String label,
    long take) {

  /// The first take.
  public TalkPrompt(
      Path photo,
      Path speech,
      Path timings,
      Shape shape,
      Quality quality,
      Motion motion,
      Style style,
      Captions captions,
      String label) {
    this(photo, speech, timings, shape, quality, motion, style, captions, label, 0);
  }
}
