package app.photoplay.cli;

import app.photoplay.media.caption.Captions;
import app.photoplay.provider.talk.Style;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `photoplay talk`.
@Command(name = "talk", description = "Makes one talking photo.", sortOptions = false)
final class TalkSubcommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;
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
      names = "--voice",
      paramLabel = "V",
      description = "Who speaks: slt, de, es, ..., en; else the one for the language of the words.")
  private @Nullable String voice;

  @Option(names = "--speed", paramLabel = "X", description = "How fast: 0.5 to 2.")
  private @Nullable String speed;

  @Option(names = "--pitch", paramLabel = "X", description = "Semitones higher: -12 to 12.")
  private @Nullable String pitch;

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      converter = Arguments.Manner.class,
      description = "calm, lively or still.")
  private @Nullable Style style;

  @Option(
      names = "--captions",
      paramLabel = "C",
      converter = Arguments.Writing.class,
      description = "off, burned (into the picture), srt or vtt (a file beside the video).")
  private @Nullable Captions captions;

  @Option(
      names = "--label",
      paramLabel = "on|off",
      converter = Arguments.OnOff.class,
      description = "A small text in the picture that says it was made by AI.")
  private Arguments.@Nullable Switch label;

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
    return new TalkArguments(
        run,
        photo.file(),
        said.words,
        Optional.ofNullable(said.recording),
        video.out(),
        Optional.ofNullable(voice),
        Optional.ofNullable(speed),
        Optional.ofNullable(pitch),
        video.shape(),
        video.quality(),
        Optional.ofNullable(style),
        Optional.ofNullable(captions),
        Optional.ofNullable(label).map(Arguments.Switch::on),
        face,
        zoom);
  }
}
