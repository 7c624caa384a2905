package app.photoplay.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `photoplay database`, which has one command of its own so far.
@Command(name = "database", description = "Moves the database.", sortOptions = false)
final class DatabaseCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @ParentCommand private @Nullable RootCommand root;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say what to do with the database: copy.");
  }

  @Command(
      name = "copy",
      description =
          "Copies everything from one database to another, empty one, and compares both. Stop"
              + " Photoplay before.")
  int copy(
      @Option(
              names = "--from",
              required = true,
              paramLabel = "DATABASE",
              description = "sqlite:DATA_FOLDER or jdbc:postgresql://host/database.")
          String from,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DATABASE",
              description = "The same; user and password are those of the configuration.")
          String to) {
    if (root == null) {
      throw new IllegalStateException("database stands below photoplay");
    }
    return root.copyDatabase(from, to);
  }
}
