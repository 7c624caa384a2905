package app.photoplay.database.file;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the names of kept files in the JSON that others keep in columns: contents, and the ids of
/// uploads. What only looks like one does no harm.
public final class FileNames {
  private static final Pattern NAME =
      Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?:[0-9a-f]{32})?(?![0-9a-f])");

  private FileNames() {}

  public static Set<String> in(String text) {
    Set<String> names = new HashSet<>();
    NAME.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }
}
