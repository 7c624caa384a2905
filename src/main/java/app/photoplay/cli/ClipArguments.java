package app.photoplay.cli;

import app.photoplay.kind.OrderOptions;
import app.photoplay.provider.Router;
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
/// @param options of the chat command, as a chat states them
public record ClipArguments(
    RunOptions run,
    String prompt,
    Optional<Path> photo,
    boolean sample,
    Path out,
    Map<String, String> options) {
  public ClipArguments {
    options = Map.copyOf(options);
  }

  /// What was chosen, as a chat states it.
  public Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>(options);
    chosen.putIfAbsent(OrderOptions.PROVIDER.name(), Router.LOCAL);
    if (sample) {
      chosen.put(OrderOptions.PHOTO.name(), "sample");
    }
    return chosen;
  }
}
