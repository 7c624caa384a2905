package app.photoplay.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a `.env` file: `NAME=value` lines, `#` comments, an optional `export`, values bare or in
/// quotes. Nothing is expanded. Its values may be secrets, so no problem repeats a line.
final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
              + "(?:\"([^\"]*)\"|'([^']*)'|([^\"'#\\s][^#]*?)?)\\s*(?:(?<=\\s)#.*)?");

  private DotEnv() {}

  /// The file's variables; without a file there are none.
  static Map<String, String> read(Path file, List<String> problems) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    try {
      int number = 0;
      for (String raw : Files.readAllLines(file)) {
        number++;
        String line = raw.replace("\uFEFF", "").strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          variables.put(matcher.group(1), value(matcher));
        } else {
          problems.add(".env: line " + number + " is not of the form NAME=value");
        }
      }
    } catch (CharacterCodingException _) {
      problems.add(".env: is not text in UTF-8");
    } catch (IOException e) {
      problems.add(".env: cannot be read (" + e.getMessage() + ")");
    }
    return variables;
  }

  private static String value(Matcher matcher) {
    for (int group = 2; group <= 4; group++) {
      String value = matcher.group(group);
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
