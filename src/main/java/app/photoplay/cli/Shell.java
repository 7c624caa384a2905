package app.photoplay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program as seen from a shell. Help and version do not touch `photoplay`, so they are there
/// at once.
public final class Shell {
  private static final int MENDABLE = 2;
  private static final int OUR_FAULT = 1;

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
    commands =
        new CommandLine(new RootCommand(photoplay, home, terminal))
            .addSubcommand(new TalkCommand())
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((e, _) -> refuse(e))
            .setExecutionExceptionHandler((e, command, _) -> apologise(e, command));
  }

  /// Runs one command to its end and answers with the exit code. See [Photoplay].
  public int run(String... args) {
    return commands.execute(args);
  }

  private static int refuse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(sentence(e) + " See " + name(command) + " --help.");
    return MENDABLE;
  }

  private static String sentence(ParameterException e) {
    String said = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    String sentence = said.endsWith(".") ? said : said + ".";
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return sentence + " Did you mean " + unmatched.getSuggestions().getFirst() + "?";
    }
    return sentence;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName(" ");
  }

  private static int apologise(Exception e, CommandLine command) {
    LoggerFactory.getLogger(Shell.class).atError().setCause(e).log("a command ended with an error");
    command.getErr().println("Photoplay could not go on because of an error of its own: " + e);
    return OUR_FAULT;
  }
}
