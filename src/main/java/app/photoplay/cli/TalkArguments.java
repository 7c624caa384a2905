package app.photoplay.cli;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.talk.Style;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What `talk` was told.
///
/// @param photo a file that can be read; empty = the sample that comes along
/// @param say as it was typed, not judged yet
/// @param recording the person's own voice instead of words
/// @param speed as it was typed, like `pitch`
/// @param label whether the picture itself shall say that it was made by AI
/// @param out not a folder, and in a folder that can be made or written to
/// @param face which of several speaks: a number from the left, or `best`
/// @param zoom whether a slow zoom takes the place of a speaking face
public record TalkArguments(
    RunOptions run,
    Optional<Path> photo,
    String say,
    Optional<Path> recording,
    Path out,
    Optional<String> voice,
    Optional<String> speed,
    Optional<String> pitch,
    Optional<Shape> shape,
    Optional<Quality> quality,
    Optional<Style> style,
    Optional<Captions> captions,
    Optional<Boolean> label,
    String face,
    boolean zoom) {

  /// The sample that comes along says something in its own shape.
  public static TalkArguments ofSample(RunOptions run, String words, Path out) {
    return new TalkArguments(
        run,
        Optional.empty(),
        words,
        Optional.empty(),
        out,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Shape.PHOTO),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "best",
        false);
  }

  /// What was chosen, as a chat states it.
  public Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>();
    voice.ifPresent(it -> chosen.put("voice", it));
    speed.ifPresent(it -> chosen.put("speed", it));
    pitch.ifPresent(it -> chosen.put("pitch", it));
    shape.ifPresent(it -> chosen.put("aspect", it.label()));
    quality.ifPresent(it -> chosen.put("quality", it.label()));
    style.ifPresent(it -> chosen.put("style", it.label()));
    captions.ifPresent(it -> chosen.put("captions", it.label()));
    label.ifPresent(it -> chosen.put("label", it ? "on" : "off"));
    chosen.put("face", face);
    if (zoom) {
      chosen.put("motion", "zoom");
    }
    if (photo.isEmpty()) {
      chosen.put("photo", "sample");
    }
    return chosen;
  }
}
