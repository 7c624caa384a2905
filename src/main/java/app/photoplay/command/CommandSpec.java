package app.photoplay.command;

import app.photoplay.wording.Phrase;
import java.util.Optional;

/// What a command is called and how lists describe it.
///
/// @param name lower case, also the verb of the buttons that do the same
/// @param description what `/help` and the platform's list say, if they name it
/// @param button whether there are buttons for it; the data of others is forged
/// @param written whether people can write it
public record CommandSpec(
    String name, Optional<Phrase> description, boolean button, boolean written) {

  /// A command that is written.
  public static CommandSpec listed(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), false, true);
  }

  /// A command that is written or pressed.
  public static CommandSpec withButton(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), true, true);
  }

  /// A command that is written by those who know of it.
  public static CommandSpec unlisted(String name) {
    return new CommandSpec(name, Optional.empty(), false, true);
  }

  /// A command that is only pressed.
  public static CommandSpec hidden(String name) {
    return new CommandSpec(name, Optional.empty(), true, false);
  }
}
