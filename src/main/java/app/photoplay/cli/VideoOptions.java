package app.photoplay.cli;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command that makes a video asks about it.
final class VideoOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mp4",
      converter = Arguments.VideoTarget.class,
      description = "Where the video goes; a file that is there is replaced.")
  private Path out = Path.of("");

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

  Path out() {
    return out;
  }

  Optional<Shape> shape() {
    return Optional.ofNullable(shape);
  }

  Optional<Quality> quality() {
    return Optional.ofNullable(quality);
  }
}
