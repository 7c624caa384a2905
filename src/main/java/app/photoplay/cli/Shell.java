package app.photoplay.cli;

import app.photoplay.wording.Nearest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program as seen from a shell. Help and version do not touch `photoplay`, so they are there
/// at once.
public final class Shell {
  private static final int MENDABLE = 2;

  private final CommandLine commands;

  /// A shell that has run nothing yet.
  ///
  /// @param terminal whether a person watches `err`
  public Shell(
      Supplier<Photoplay> photoplay,
      Path home,
      boolean terminal,
      PrintWriter out,
      PrintWriter err) {
    this(
        new CommandLine(new RootCommand(photoplay, home, terminal))
            .addSubcommand(ChatOptions.with(TalkSubcommand.OPTIONS, new TalkSubcommand()))
            .addSubcommand(ChatOptions.with(ClipSubcommand.OPTIONS, new ClipSubcommand()))
            .addSubcommand(ChatOptions.with(FilmSubcommand.OPTIONS, new FilmSubcommand()))
            .addSubcommand(new SaySubcommand())
            .addSubcommand(new VoicesSubcommand())
            .addSubcommand(new DatabaseCommand()),
        out,
        err);
  }

  private Shell(CommandLine line, PrintWriter out, PrintWriter err) {
    collectErrors(line);
    commands =
        line.setOut(out)
            .setErr(err)
            .setUnmatchedArgumentsAllowed(true)
            .setExecutionStrategy(Shell::execute)
            .setParameterExceptionHandler((e, _) -> refuse(e.getCommandLine(), sentence(e)))
            .setExecutionExceptionHandler((e, command, _) -> Apology.say(e, command.getErr()));
  }

  /// A shell for one command alone.
  ///
  /// @param command as picocli's annotations describe it
  public static Shell of(Object command, PrintWriter out, PrintWriter err) {
    return new Shell(new CommandLine(command), out, err);
  }

  /// Runs one command to its end and answers with the exit code. See [Photoplay].
  public int run(String... args) {
    return commands.execute(args);
  }

  /// Help first, then what was not understood, then the command itself.
  private static int execute(ParseResult result) {
    Integer help = CommandLine.executeHelpRequest(result);
    if (help != null) {
      return help;
    }
    List<CommandLine> commands = result.asCommandLineList();
    String wrong = String.join(" ", wrong(commands));
    return wrong.isEmpty()
        ? new CommandLine.RunLast().execute(result)
        : refuse(commands.getLast(), wrong);
  }

  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Shell::collectErrors);
  }

  /// All that is wrong, each in a sentence. A misspelt option is the likely reason for one that is
  /// missing, which then is not complained about.
  private static List<String> wrong(List<CommandLine> commands) {
    CommandLine last = commands.getLast();
    List<String> wrong =
        new ArrayList<>(
            last.getUnmatchedArguments().stream().map(it -> unknown(it, last)).toList());
    boolean misspelt = !wrong.isEmpty();
    commands.stream()
        .flatMap(it -> it.getParseResult().errors().stream())
        .filter(it -> !(misspelt && it instanceof MissingParameterException))
        .map(it -> full(String.valueOf(it.getMessage())))
        .forEach(wrong::add);
    return wrong.stream().distinct().toList();
  }

  private static String full(String message) {
    String said = message.lines().findFirst().orElse("");
    return said.endsWith(".") ? said : said + ".";
  }

  private static int refuse(CommandLine command, String sentence) {
    command
        .getErr()
        .println(sentence + " (See " + command.getCommandSpec().qualifiedName(" ") + " --help.)");
    return MENDABLE;
  }

  private static String sentence(ParameterException e) {
    CommandLine command = e.getCommandLine();
    return command.getUnmatchedArguments().stream()
        .findFirst()
        .map(it -> unknown(it, command))
        .orElseGet(() -> full(String.valueOf(e.getMessage())));
  }

  private static String unknown(String argument, CommandLine command) {
    boolean option = argument.startsWith("-");
    String word = option ? argument.replaceFirst("=.*", "") : argument;
    CommandSpec spec = command.getCommandSpec();
    var known = new TreeSet<>(option ? spec.optionsMap().keySet() : spec.subcommands().keySet());
    spec.subcommands().values().stream()
        .filter(it -> it.getCommandSpec().usageMessage().hidden())
        .forEach(it -> known.remove(it.getCommandName()));
    String kind = option ? "option " : spec.subcommands().isEmpty() ? "argument " : "command ";
    return "There is no "
        + kind
        + word
        + Nearest.to(word, known).map(it -> ", did you mean " + it + "?").orElse(".");
  }
}
