package app.photoplay.command;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.CommandInfo.Reach;
import app.photoplay.chat.OptionSpec;
import app.photoplay.wording.Phrase;
import java.util.List;
import java.util.Optional;

/// What a command is called, how lists describe it, what it takes, and who may use it.
///
/// @param name lower case, also the verb of the buttons that do the same
/// @param description what `/help` and the platform's list say; empty for what is only pressed
/// @param button whether there are buttons for it; the data of others is forged
/// @param intake what it takes
/// @param reach who may use it: what is for operators is for the people of `operator.people`
public record CommandSpec(
    String name, Optional<Phrase> description, boolean button, Intake intake, Reach reach) {

  /// What a command takes.
  ///
  /// @param words what the free words behind it are
  /// @param files that may come along
  /// @param options named choices: read and checked before the command runs
  /// @param menu what it is called in the menu of a message with a picture
  public record Intake(
      Optional<OptionSpec> words,
      List<OptionSpec> files,
      List<OptionSpec> options,
      Optional<Phrase> menu) {
    static final Intake NOTHING =
        new Intake(Optional.empty(), List.of(), List.of(), Optional.empty());

    public Intake {
      files = List.copyOf(files);
      options = List.copyOf(options);
    }
  }

  /// A command that is written.
  public static CommandSpec listed(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), false, Intake.NOTHING, Reach.OPEN);
  }

  /// A command that is written or pressed.
  public static CommandSpec withButton(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), true, Intake.NOTHING, Reach.OPEN);
  }

  /// A command that operators write, who know of it.
  public static CommandSpec forOperators(String name, Phrase description) {
    return new CommandSpec(name, Optional.of(description), false, Intake.NOTHING, Reach.OPERATORS);
  }

  /// A command that is only pressed.
  public static CommandSpec hidden(String name) {
    return new CommandSpec(name, Optional.empty(), true, Intake.NOTHING, Reach.OPEN);
  }

  /// The same with options.
  public CommandSpec with(List<OptionSpec> options) {
    return with(new Intake(intake.words, intake.files, options, intake.menu));
  }

  /// The same with words behind it.
  public CommandSpec with(OptionSpec words) {
    return with(new Intake(Optional.of(words), intake.files, intake.options, intake.menu));
  }

  /// The same for messages with pictures, and with files that come along.
  public CommandSpec with(Phrase menu, OptionSpec... files) {
    return with(new Intake(intake.words, List.of(files), intake.options, Optional.of(menu)));
  }

  /// The same with files that come along.
  public CommandSpec accepting(OptionSpec... files) {
    return with(new Intake(intake.words, List.of(files), intake.options, intake.menu));
  }

  /// The same, but its answers concern the person alone.
  public CommandSpec personal() {
    return new CommandSpec(name, description, button, intake, Reach.PERSONAL);
  }

  private CommandSpec with(Intake other) {
    return new CommandSpec(name, description, button, other, reach);
  }

  /// Whether people can write it.
  public boolean written() {
    return description.isPresent();
  }

  /// The named choices.
  public List<OptionSpec> options() {
    return intake.options;
  }

  /// As platforms list it; empty for what is only pressed.
  public Optional<CommandInfo> info() {
    return description.map(said ->
        new CommandInfo(
            name, said, intake.words, intake.files, intake.options, reach, intake.menu));
  }
}
