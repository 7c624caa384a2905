package app.photoplay.cli;

import app.photoplay.kind.OrderOptions;
import app.photoplay.provider.Router;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What `talk` was told.
///
/// @param photo a file that can be read; empty = the sample that comes along
/// @param say as it was typed, not judged yet
/// @param recording the person's own voice instead of words
/// @param out not a folder, and in a folder that can be made or written to
/// @param options of the chat command, as a chat states them
public record TalkArguments(
    RunOptions run,
    Optional<Path> photo,
    String say,
    Optional<Path> recording,
    Path out,
    Map<String, String> options) {
  public TalkArguments {
    options = Map.copyOf(options);
  }

  /// The sample that comes along says something in its own shape.
  public static TalkArguments ofSample(RunOptions run, String words, Path out) {
    return new TalkArguments(
        run,
        Optional.empty(),
        words,
        Optional.empty(),
        out,
        Map.of(OrderOptions.ASPECT.name(), "photo", OrderOptions.FACE.name(), "best"));
  }

  /// What was chosen, as a chat states it.
  public Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>(options);
    chosen.putIfAbsent(OrderOptions.PROVIDER.name(), Router.LOCAL);
    if (photo.isEmpty()) {
      chosen.put(OrderOptions.PHOTO.name(), "sample");
    }
    return chosen;
  }
}
