package app.photoplay.cli;

import app.photoplay.kind.OrderOptions;
import app.photoplay.provider.Router;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What `film` was told.
///
/// @param idea as it was typed, not judged yet
/// @param out not a folder, and in a folder that can be made or written to
/// @param cast photos of those who are in it, by their names
/// @param options of the chat command, as a chat states them
public record FilmArguments(
    RunOptions run, String idea, Path out, Map<String, Path> cast, Map<String, String> options) {
  private static final String NONE = "none";

  public FilmArguments {
    cast = Collections.unmodifiableMap(new LinkedHashMap<>(cast));
    options = Map.copyOf(options);
  }

  /// Whether the person wants to see something first, and is asked then.
  public boolean reviewed() {
    return !options.getOrDefault(OrderOptions.REVIEW.name(), NONE).equals(NONE);
  }

  /// What was chosen, as a chat states it: who did not say so is not asked at the shell, and nobody
  /// is paid.
  public Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>(options);
    chosen.putIfAbsent(OrderOptions.REVIEW.name(), NONE);
    chosen.putIfAbsent(OrderOptions.PROVIDER.name(), Router.LOCAL);
    if (!cast.isEmpty()) {
      chosen.put(OrderOptions.CAST.name(), String.join(", ", cast.keySet()));
    }
    return chosen;
  }
}
