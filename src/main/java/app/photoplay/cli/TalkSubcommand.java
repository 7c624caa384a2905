package app.photoplay.cli;

import app.photoplay.chat.OptionSpec;
import app.photoplay.kind.OrderOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `photoplay talk`.
@Command(
    name = "talk",
    description = "Makes one talking photo.",
    footer = "%nphotoplay voices lists the voices.",
    sortOptions = false)
final class TalkSubcommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  /// Those of the chat command that mean the same here.
  static final List<OptionSpec> OPTIONS =
      Stream.concat(OrderOptions.TALK_PREFERENCES.stream(), Stream.of(OrderOptions.PROVIDER))
          .toList();

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--photo",
      required = true,
      paramLabel = "FILE|sample",
      converter = Arguments.PhotoFile.class,
      description = "A JPEG, PNG, WebP or HEIC with a face, or the word sample.")
  private Arguments.Photo photo = new Arguments.Photo(Optional.empty());

  @ArgGroup(multiplicity = "1")
  private Said said = new Said();

  @Mixin private VideoOptions video = new VideoOptions();

  @Option(
      names = "--face",
      paramLabel = "N|best",
      description = "Of several faces the one that speaks, counted from the left, shown close up.")
  private String face = "best";

  @Option(
      names = "--zoom",
      description = "No face speaks: a narrator over a slow zoom into the photo.")
  private boolean zoom;

  @Override
  public Integer call() {
    if (root == null) {
      throw new IllegalStateException("talk stands below photoplay");
    }
    video.refuse(command, photo.file());
    video.refuse(command, Optional.ofNullable(said.recording));
    return root.talk(this);
  }

  /// One of the two.
  private static final class Said {
    @Option(
        names = "--say",
        required = true,
        paramLabel = "TEXT",
        description = "What the photo shall say.")
    private String words = "";

    @Option(
        names = "--voice-file",
        required = true,
        paramLabel = "FILE",
        converter = Arguments.Existing.class,
        description = "Your own voice instead: OGG/Opus, MP3, M4A, MP4 or WAV.")
    private @Nullable Path recording;
  }

  TalkArguments options(RunOptions run) {
    Map<String, String> chosen = ChatOptions.chosen(OPTIONS, command);
    chosen.put(OrderOptions.FACE.name(), face);
    if (zoom) {
      chosen.put(OrderOptions.MOTION.name(), "zoom");
    }
    return new TalkArguments(
        run, photo.file(), said.words, Optional.ofNullable(said.recording), video.out(), chosen);
  }
}
