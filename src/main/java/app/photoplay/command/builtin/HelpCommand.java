package app.photoplay.command.builtin;

import app.photoplay.chat.CommandInfo;
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
import java.util.function.Function;

/// `/start` and `/help`: what the bot does and its commands.
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
    List<? extends Sentence> lines =
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
