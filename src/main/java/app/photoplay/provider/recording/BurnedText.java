package app.photoplay.provider.recording;

import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.speech.SpeechTimings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What is written on the pictures of a render.
public final class BurnedText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BurnedText() {}

  /// What is laid over the pictures of an order.
  ///
  /// @param timings of the speech, see [SpeechTimings]; without them there are no captions
  /// @param label small text in a corner, empty for none
  /// @param behind what it should not cover
  public static Overlay of(
      Captions captions,
      Optional<Path> timings,
      String label,
      VideoEncoder.Order order,
      Lettering lettering,
      Overlay.Behind behind)
      throws IOException {
    Overlay overlay = Overlay.empty(order.size(), order.framesPerSecond());
    if (captions == Captions.BURNED && timings.isPresent()) {
      SpeechTimings spoken = JSON.readValue(timings.get().toFile(), SpeechTimings.class);
      Locale locale = Locale.forLanguageTag(spoken.language());
      overlay = overlay.withCaptions(spoken.timedWords(), locale, lettering);
    }
    return label.isEmpty() ? overlay : overlay.withLabel(label, Locale.ROOT, lettering, behind);
  }
}
