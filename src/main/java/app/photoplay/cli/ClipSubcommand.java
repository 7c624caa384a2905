package app.photoplay.cli;

import app.photoplay.provider.video.CameraMove;
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

  @Option(names = "--seconds", paramLabel = "N", description = "How long, 1 to 60; else 6.")
  private String seconds = "6";

  @Option(
      names = "--camera",
      paramLabel = "MOVE",
      converter = Arguments.Move.class,
      description =
          "static-shot, push-in, pull-out, zoom-in, zoom-out, pan-left, pan-right, tilt-up,"
              + " tilt-down, truck-left, truck-right, pedestal-up, pedestal-down, tracking-shot or"
              + " shake; else push-in.")
  private @Nullable CameraMove camera;

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
        seconds,
        Optional.ofNullable(camera),
        video.shape(),
        video.quality());
  }
}
