package app.photoplay.cli;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.video.CameraMove;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What `clip` was told.
///
/// @param prompt as it was typed, not judged yet; empty when there is none
/// @param photo a file that can be read
/// @param sample whether the sample that comes along is to be used instead
/// @param out not a folder, and in a folder that can be made or written to
/// @param seconds as it was typed, not judged yet
public record ClipArguments(
    RunOptions run,
    String prompt,
    Optional<Path> photo,
    boolean sample,
    Path out,
    String seconds,
    Optional<CameraMove> camera,
    Optional<Shape> shape,
    Optional<Quality> quality) {

  /// What was chosen, as a chat states it.
  public Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>(Map.of("seconds", seconds));
    camera.ifPresent(it -> chosen.put("camera", it.label()));
    shape.ifPresent(it -> chosen.put("aspect", it.label()));
    quality.ifPresent(it -> chosen.put("quality", it.label()));
    if (sample) {
      chosen.put("photo", "sample");
    }
    return chosen;
  }
}
