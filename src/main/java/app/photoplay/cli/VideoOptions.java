package app.photoplay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What every command that makes a video asks about it.
final class VideoOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mp4",
      converter = Arguments.VideoTarget.class,
      description = "Where the video goes; a file that is there is replaced.")
  private Path out = Path.of("");

  /// Complains when the video would replace what it is made from.
  void refuse(CommandSpec command, Optional<Path> input) {
    if (input.isPresent() && sameFile(input.get(), out)) {
      throw new ParameterException(
          command.commandLine(), "The video would replace " + out + ", choose another name.");
    }
  }

  private static boolean sameFile(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // then it is not there
    }
  }

  Path out() {
    return out;
  }
}
