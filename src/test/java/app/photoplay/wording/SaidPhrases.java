package app.photoplay.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds in the sources where phrases are said with values that stand right beside them.
final class SaidPhrases {
  private static final Pattern WITH_VALUES =
      Pattern.compile("Phrase\\.([A-Z_]+)\\s*,\\s*Map\\.(?:<[^>]*>)?of\\(");
  private static final Pattern NAME = Pattern.compile("\"(\\w+)\"");

  private SaidPhrases() {}

  /// A phrase that is said.
  ///
  /// @param values the names of those that are given to it
  record Use(Path file, Phrase phrase, Set<String> values) {}

  static List<Use> in(Path folder) throws IOException {
    List<Use> uses = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher said = WITH_VALUES.matcher(source);
        while (said.find()) {
          uses.add(
              new Use(file, Phrase.valueOf(said.group(1)), names(source.substring(said.end()))));
        }
      }
    }
    return uses;
  }

  /// Every second argument up to the closing parenthesis is a name.
  private static Set<String> names(String source) {
    Set<String> names = new HashSet<>();
    int depth = 0;
    int argument = 0;
    int start = 0;
    for (int at = 0; depth >= 0; at++) {
      char sign = source.charAt(at);
      boolean end = depth == 0 && (sign == ',' || sign == ')');
      if (end) {
        Matcher name = NAME.matcher(source.substring(start, at).strip());
        if (argument % 2 == 0 && name.matches()) {
          names.add(name.group(1));
        }
        argument++;
        start = at + 1;
      }
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
    }
    return names;
  }
}
