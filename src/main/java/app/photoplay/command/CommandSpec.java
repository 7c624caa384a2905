package app.photoplay.command;

import app.photoplay.wording.Phrase;
import java.util.Optional;

/// What a command is called and how lists describe it.
///
/// @param name lower case, also the verb of the buttons that do the same
/// @param description what `/help` and the platform's list say; a command without one is hidden,
///   reached by buttons
public record CommandSpec(String name, Optional<Phrase> description) {

  public static CommandSpec listed(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description));
  }

  public static CommandSpec hidden(String name) {
    return new CommandSpec(name, Optional.empty());
  }
}
