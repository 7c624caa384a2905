package app.photoplay.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `photoplay voices`.
@Command(
    name = "voices",
    description = "Lists the voices of this machine, and the natural ones that can be added.",
    sortOptions = false)
final class VoicesSubcommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Override
  public Integer call() {
    return root().voices();
  }

  @Command(
      name = "add",
      description =
          "Adds a natural voice (Piper) from the table, or from a folder with its .onnx and"
              + " .onnx.json files.")
  int add(
      @Parameters(
              paramLabel = "NAME",
              description = "What the voice is called in the table, or shall be.")
          String name,
      @Option(
              names = "--from",
              paramLabel = "FOLDER",
              converter = Arguments.ExistingFolder.class,
              description =
                  "Where the voice's files lie; nothing but ONNX Runtime is fetched then.")
          @Nullable Path from,
      @Option(
              names = "--sha256",
              paramLabel = "CHECKSUM",
              defaultValue = "",
              description = "What the voice's .onnx file must have.")
          String sha256) {
    return root().addVoice(name, Optional.ofNullable(from), sha256);
  }

  private RootCommand root() {
    if (root == null) {
      throw new IllegalStateException("voices stands below photoplay");
    }
    return root;
  }
}
