package app.photoplay.cli;

import app.photoplay.chat.OptionSpec;
import app.photoplay.kind.OrderOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `photoplay clip`.
@Command(
    name = "clip",
    description = "Makes one shot with a camera move, from words, a photo, or both.",
    sortOptions = false)
final class ClipSubcommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  /// Those of the chat command that mean the same here.
  static final List<OptionSpec> OPTIONS =
      OrderOptions.CLIP.stream().filter(option -> !option.equals(OrderOptions.PHOTO)).toList();

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "What is to be seen; a photo is filmed as it is.")
  private String prompt = "";

  @Option(
      names = "--photo",
      paramLabel = "FILE|sample",
      converter = Arguments.PhotoFile.class,
      description = "A JPEG, PNG, WebP or HEIC to film, or the word sample.")
  private Arguments.@Nullable Photo photo;

  @Mixin private VideoOptions video = new VideoOptions();

  @Override
  public Integer call() {
    if (root == null) {
      throw new IllegalStateException("clip stands below photoplay");
    }
    if (prompt.isBlank() && photo == null) {
      throw new ParameterException(
          command.commandLine(), "Say what is to be seen with --prompt, or name a --photo.");
    }
    video.refuse(command, photo == null ? Optional.empty() : photo.file());
    return root.clip(this);
  }

  ClipArguments options(RunOptions run) {
    return new ClipArguments(
        run,
        prompt,
        photo == null ? Optional.empty() : photo.file(),
        photo != null && photo.file().isEmpty(),
        video.out(),
        ChatOptions.chosen(OPTIONS, command));
  }
}
