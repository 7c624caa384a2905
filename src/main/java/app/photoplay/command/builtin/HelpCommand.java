package app.photoplay.command.builtin;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    String title = "/" + command.name() + " – " + command.description();
    if (command.options().isEmpty()) {
      return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, title));
    }
    String options =
        command.options().stream()
            .map(option -> line(call.language(), option))
            .collect(Collectors.joining("\n"));
    String how =
        wording.say(
            call.language(),
            Phrase.HELP_OPTIONS,
            Map.of("command", command.name(), "options", options));
    return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, title + "\n" + how));
  }

  private String line(String language, OptionSpec option) {
    String label = wording.say(language, option.label());
    String possible = option.possible();
    return option.name() + " – " + label + (possible.isEmpty() ? "" : ": " + possible);
  }

  private CommandResult all(Invocation call) {
    String list =
        commands.apply(call.language()).stream()
            .map(command -> "/" + command.name() + " – " + command.description())
            .collect(Collectors.joining("\n"));
    String text = wording.say(call.language(), Phrase.HELP, Map.of("commands", list));
    return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, text));
  }
}
