package app.photoplay.operator;

import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who runs the bot.
///
/// @param people who may use `/ops`, each as `platform:id`
public record OperatorSettings(List<String> people) {
  private static final Pattern PERSON = Pattern.compile("[a-z]+:\\S+");
  private static final Kind<List<String>> PEOPLE =
      Values.list(
          "a list of platform:id, as /ops tells those who may not use it",
          text -> Optional.of(text).filter(it -> PERSON.matcher(it).matches()));

  public OperatorSettings {
    people = List.copyOf(people);
  }

  /// Reads the section `operator`.
  public static OperatorSettings read(Section operator) {
    return new OperatorSettings(operator.value("people", "", PEOPLE));
  }
}
