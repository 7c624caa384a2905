package app.photoplay.provider.remote;

import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the operator's keys at a provider.
///
/// @param name unique at the provider; empty for the only one
/// @param simultaneous how many works may go on under it at a time
public record Account(String provider, String name, Secret key, int simultaneous) {
  private static final int SHORTEST_KEY = 8;

  /// Reads a section's `key`, or its list of `accounts`, each with a key of its own.
  ///
  /// @param variables of the environment of which the first that is set holds the only key, such as
  ///   `FAL_KEY`
  /// @param simultaneous where the settings state none
  static List<Account> read(Section provider, List<String> variables, int simultaneous) {
    List<Account> accounts = new ArrayList<>();
    int most = limit(provider, simultaneous);
    variables.stream()
        .flatMap(variable -> key(provider, Optional.of(variable)).stream())
        .findFirst()
        .map(key -> new Account(provider.name(), "", key, most))
        .ifPresent(accounts::add);
    for (Section section : provider.sections("accounts")) {
      int limit = limit(section, most);
      key(section, Optional.empty())
          .map(key -> new Account(provider.name(), section.name(), key, limit))
          .ifPresentOrElse(
              accounts::add,
              () -> section.problem("key", "names no variable that is set, such as ${MY_KEY}"));
    }
    return List.copyOf(accounts);
  }

  private static int limit(Section section, int otherwise) {
    return section.value("simultaneous", String.valueOf(otherwise), Values.whole(1, 1000));
  }

  private static Optional<Secret> key(Section section, Optional<String> variable) {
    return section.secret(
        "key",
        variable,
        text -> text.length() >= SHORTEST_KEY && text.chars().allMatch(it -> it > ' ' && it < 127),
        "is no key: it has at least 8 letters, digits and signs, without blanks");
  }

  /// A text without this account's key in it, whole or by its parts.
  public String masked(String text) {
    String masked = text;
    for (String part : key.value().split(":", -1)) {
      if (part.length() >= SHORTEST_KEY) {
        masked = masked.replace(part, "***");
      }
    }
    return masked.replace(key.value(), "***");
  }
}
