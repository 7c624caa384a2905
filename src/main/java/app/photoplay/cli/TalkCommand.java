package app.photoplay.cli;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Style;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `photoplay talk`.
@Command(name = "talk", description = "Makes one talking photo.", sortOptions = false)
final class TalkCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand root;

  @Option(
      names = "--photo",
      required = true,
      paramLabel = "FILE|sample",
      converter = Arguments.PhotoFile.class,
      description = "A JPEG, PNG or WebP with a face, or the word sample.")
  private Arguments.Photo photo = new Arguments.Photo(Optional.empty());

  @Option(
      names = "--say",
      required = true,
      paramLabel = "TEXT",
      description = "What the photo shall say.")
  private String say = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mp4",
      converter = Arguments.Target.class,
      description = "Where the video goes; a file that is there is replaced.")
  private Path out = Path.of("");

  @Option(names = "--voice", paramLabel = "V", description = "Who speaks.")
  private @Nullable String voice;

  @Option(
      names = "--aspect",
      paramLabel = "SHAPE",
      converter = Arguments.Aspect.class,
      description = "photo (its own shape), 1:1, 9:16, 16:9 or 4:5.")
  private @Nullable Shape shape;

  @Option(
      names = "--quality",
      paramLabel = "Q",
      converter = Arguments.Tier.class,
      description = "economy, standard or premium.")
  private @Nullable Quality quality;

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

  @Override
  public Integer call() {
    if (root == null) {
      throw new IllegalStateException("talk stands below photoplay");
    }
    return root.talk(this);
  }

  TalkOptions options(RunOptions run) {
    return new TalkOptions(
        run,
        photo.file(),
        say,
        out,
        Optional.ofNullable(voice),
        Optional.ofNullable(shape),
        Optional.ofNullable(quality),
        Optional.ofNullable(style),
        Optional.ofNullable(captions),
        Optional.ofNullable(label).map(Arguments.Switch::on));
  }
}
