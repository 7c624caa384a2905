package app.photoplay.command.builtin;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// `/start` and `/help`: what the bot does and its commands; `/help talk`: what one command lets
/// people choose.
public final class HelpCommand implements Command {
  private final CommandSpec spec;
  private final Function<String, List<CommandInfo>> commands;
  private final Wording wording;

  /// One of the two.
  ///
  /// @param commands all listed commands in a language
  public HelpCommand(
      CommandSpec spec, Function<String, List<CommandInfo>> commands, Wording wording) {
    this.spec = spec;
    this.commands = commands;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public CommandResult run(Invocation call) {
    String name = call.words().strip().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
    return commands.apply(call.language()).stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .map(command -> about(call, command))
        .orElseGet(() -> all(call));
  }

  private CommandResult about(Invocation call, CommandInfo command) {
    Sentence title =
        Phrase.HELP_LINE.with(
            Argument.COMMAND.of(command.name()), Argument.DESCRIPTION.of(command.description()));
    Sentence options = Sentence.lines(command.options().stream().map(HelpCommand::line).toList());
    Sentence how =
        Phrase.HELP_OPTIONS.with(Argument.COMMAND.of(command.name()), Argument.LINES.of(options));
    Sentence all = command.options().isEmpty() ? title : Sentence.lines(title, how);
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), all)));
  }

  private static Sentence line(OptionSpec option) {
    Argument.Given name = Argument.OPTION.of(option.name());
    Argument.Given label = Argument.LABEL.of(option.label());
    return option.possible().isEmpty()
        ? Phrase.HELP_OPTION.with(name, label)
        : Phrase.HELP_OPTION_CHOICES.with(
            name, label, Argument.CHOICES.of(List.of(option.possible())));
  }

  private CommandResult all(Invocation call) {
    List<Sentence> lines =
        commands.apply(call.language()).stream()
            .map(command ->
                Phrase.HELP_LINE.with(
                    Argument.COMMAND.of(command.name()),
                    Argument.DESCRIPTION.of(command.description())))
            .toList();
    String text =
        wording.say(call.language(), Phrase.HELP.with(Argument.LINES.of(Sentence.lines(lines))));
    return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, text));
  }
}
