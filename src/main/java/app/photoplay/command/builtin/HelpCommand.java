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
import java.util.function.Supplier;
import java.util.stream.Stream;

/// `/start` and `/help`: what the bot does and its commands; `/help talk`: what one command lets
/// people choose.
public final class HelpCommand implements Command {
  private static final int LONGEST = 32;

  private final CommandSpec spec;
  private final Supplier<List<CommandInfo>> commands;
  private final Wording wording;

  /// One of the two.
  ///
  /// @param commands all that there are
  public HelpCommand(CommandSpec spec, Supplier<List<CommandInfo>> commands, Wording wording) {
    this.spec =
        spec.with(
            new OptionSpec(
                "command",
                Phrase.OPTION_COMMAND,
                new OptionSpec.Values.Text(LONGEST, () -> names(commands.get()))));
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
    return listed(call)
        .filter(command -> command.name().equals(name))
        .findFirst()
        .map(command -> about(call, command))
        .orElseGet(() -> all(call));
  }

  private static List<String> names(List<CommandInfo> commands) {
    return commands.stream().filter(CommandInfo::listed).map(CommandInfo::name).toList();
  }

  private Stream<CommandInfo> listed(Invocation call) {
    return commands.get().stream()
        .filter(CommandInfo::listed)
        .filter(it -> !call.platform().typedCommands() || !it.name().equals(CommandInfo.START));
  }

  private CommandResult about(Invocation call, CommandInfo command) {
    Sentence title =
        Phrase.HELP_LINE.with(
            Argument.COMMAND.of(command.name()),
            Argument.DESCRIPTION.of(wording.say(call.language(), command.description())));
    Argument.Given options =
        Argument.LINES.of(
            Sentence.lines(
                command.options().stream()
                    .filter(it -> !call.platform().typedCommands() || !file(it))
                    .map(HelpCommand::line)
                    .toList()));
    Sentence how =
        call.platform().typedCommands()
            ? Phrase.HELP_OPTIONS_TYPED.with(options)
            : Phrase.HELP_OPTIONS.with(Argument.COMMAND.of(command.name()), options);
    Sentence all = command.options().isEmpty() ? title : Sentence.lines(title, how);
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), all)));
  }

  /// Where commands have fields, files come along and have no names.
  private static boolean file(OptionSpec option) {
    return option.values() instanceof OptionSpec.Values.File;
  }

  private static Sentence line(OptionSpec option) {
    Argument.Given name = Argument.OPTION.of(option.name());
    Argument.Given label = Argument.LABEL.of(option.label());
    return option.possible().isEmpty()
        ? Phrase.HELP_OPTION.with(name, label)
        : Phrase.HELP_OPTION_CHOICES.with(name, label, Argument.CHOICES.of(option.possible()));
  }

  private CommandResult all(Invocation call) {
    List<Sentence> lines =
        listed(call)
            .map(command ->
                Phrase.HELP_LINE.with(
                    Argument.COMMAND.of(command.name()),
                    Argument.DESCRIPTION.of(wording.say(call.language(), command.description()))))
            .toList();
    Argument.Given all = Argument.LINES.of(Sentence.lines(lines));
    Sentence help =
        call.platform().typedCommands()
            ? Phrase.HELP_TYPED.with(all)
            : call.overheard()
                ? Phrase.HELP_GROUP.with(Argument.COMMAND.of(call.addressed("talk")), all)
                : Phrase.HELP.with(all);
    String text = wording.say(call.language(), help);
    return new CommandResult.Say(OutboundMessage.of(Kind.ANSWER, text));
  }
}
