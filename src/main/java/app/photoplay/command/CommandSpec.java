package app.photoplay.command;

import app.photoplay.chat.OptionSpec;
import app.photoplay.wording.Phrase;
import java.util.List;
import java.util.Optional;

/// What a command is called, how lists describe it, what it lets people choose, and who may use it.
///
/// @param name lower case, also the verb of the buttons that do the same
/// @param description what `/help` and the platform's list say, if they name it
/// @param button whether there are buttons for it; the data of others is forged
/// @param written whether people can write it
/// @param options named choices: read and checked before the command runs
public record CommandSpec(
    String name,
    Optional<Phrase> description,
    boolean button,
    boolean written,
    List<OptionSpec> options,
    Audience audience) {

  /// Who may use a command.
  public enum Audience {
    EVERYBODY,
    /// The people of `operator.people`.
    OPERATORS
  }

  public CommandSpec {
    options = List.copyOf(options);
  }

  private CommandSpec(String name, Optional<Phrase> description, boolean button, boolean written) {
    this(name, description, button, written, List.of(), Audience.EVERYBODY);
  }

  /// A command that is written.
  public static CommandSpec listed(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), false, true);
  }

  /// A command that is written or pressed.
  public static CommandSpec withButton(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), true, true);
  }

  /// A command that operators write, who know of it.
  public static CommandSpec forOperators(String name) {
    return new CommandSpec(name, Optional.empty(), false, true, List.of(), Audience.OPERATORS);
  }

  /// A command that is only pressed.
  public static CommandSpec hidden(String name) {
    return new CommandSpec(name, Optional.empty(), true, false);
  }

  /// The same with options.
  public CommandSpec with(List<OptionSpec> options) {
    return new CommandSpec(name, description, button, written, options, audience);
  }
}
