package app.photoplay.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds in the sources which values phrases are said with. The compiler has checked names and
/// types; here it is seen whether any is missing.
final class SaidPhrases {
  private static final Pattern PHRASE =
      Pattern.compile("Phrase\\.([A-Z_]+)\\b(\\s*\\.with\\(|::)?");

  /// One of several phrases that was put into a variable before.
  private static final Pattern CHOSEN = Pattern.compile("\\b[a-z]\\w*\\.with\\((?=\\s*[A-Za-z])");

  private static final Pattern VALUE = Pattern.compile("Argument\\.([A-Z_]+)\\.of\\(.*");
  private static final Pattern NAMED =
      Pattern.compile("Argument\\.Given (\\w+)\\s*=\\s*Argument\\.([A-Z_]+)\\.of\\(");

  private SaidPhrases() {}

  /// A phrase that is said.
  ///
  /// @param values the sets of names one of which it may be said with
  record Use(Path file, Phrase phrase, Set<Set<String>> values) {}

  static List<Use> in(Path folder) throws IOException {
    List<Use> uses = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Map<String, String> variables = new HashMap<>();
        NAMED.matcher(source).results().forEach(it -> variables.put(it.group(1), it.group(2)));
        Set<Set<String>> chosen = new HashSet<>(Set.of(Set.of()));
        Matcher with = CHOSEN.matcher(source);
        while (with.find()) {
          chosen.add(names(source.substring(with.end()), variables));
        }
        Matcher said = PHRASE.matcher(source);
        while (said.find()) {
          Set<Set<String>> values =
              said.group(2) == null
                  ? chosen
                  : Set.of(names(source.substring(said.end()), variables));
          uses.add(new Use(file, Phrase.valueOf(said.group(1)), values));
        }
      }
    }
    return uses;
  }

  /// The names of the values up to the closing parenthesis.
  private static Set<String> names(String source, Map<String, String> variables) {
    Set<String> names = new HashSet<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; depth >= 0; at++) {
      char sign = source.charAt(at);
      if (depth == 0 && (sign == ',' || sign == ')')) {
        String value = source.substring(start, at).strip().replaceAll("\\s+", "");
        Matcher direct = VALUE.matcher(value);
        String name = direct.matches() ? direct.group(1) : variables.getOrDefault(value, "");
        names.add(name.toLowerCase(Locale.ROOT));
        start = at + 1;
      }
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
    }
    names.remove("");
    return names;
  }
}
