package app.photoplay.provider.remote.file;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.video.VideoPrompt;
import java.nio.file.Path;
import java.util.Optional;

/// What a finished video has to be.
///
/// @param photo whose shape it follows where the shape says so
/// @param seconds its length; 0 = as long as the sound, or as it came
/// @param sound WAV that it has in place of its own; empty = its own, if any
/// @param timings of that sound, for captions, see [app.photoplay.provider.speech.SpeechTimings]
/// @param label small text in a corner of the picture, empty for none
public record Wanted(
    Shape shape,
    Quality quality,
    Optional<Path> photo,
    double seconds,
    Optional<Path> sound,
    Optional<Path> timings,
    Captions captions,
    String label) {

  /// As a talking photo is ordered: with our own speech, exactly as long.
  public static Wanted of(TalkPrompt prompt) {
    return new Wanted(
        prompt.shape(),
        prompt.quality(),
        Optional.of(prompt.photo()),
        0,
        Optional.of(prompt.speech()),
        Optional.of(prompt.timings()),
        prompt.captions(),
        prompt.label());
  }

  /// As a shot is ordered.
  public static Wanted of(VideoPrompt prompt) {
    return new Wanted(
        prompt.shape(),
        prompt.quality(),
        prompt.firstFrame(),
        prompt.seconds(),
        Optional.empty(),
        Optional.empty(),
        Captions.OFF,
        "");
  }
}
