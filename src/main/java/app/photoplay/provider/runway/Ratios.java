package app.photoplay.provider.runway;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The frames that a model makes, as Runway writes them: `1280:720`.
///
/// @param frames with slashes between them in the settings; those that are no two numbers, such as
///   `adaptive`, follow the picture
record Ratios(List<String> frames) {
  /// How much longer a side may be than the model's frame allows: more of a photo is not cut away.
  private static final double MOST_CUT = 1.4;

  private static final Size WIDE = new Size(16, 9);

  Ratios {
    frames = List.copyOf(frames);
  }

  static Ratios of(ModelCard card) {
    return new Ratios(
        card.more("ratios").map(it -> Arrays.asList(it.split("/", -1))).orElse(List.of()));
  }

  /// The frame to ask for; empty when the model has no such choice.
  ///
  /// @param photo what the shot begins with
  /// @throws Fault.Thrown when too much of the photo would be cut away
  Optional<String> nearest(Shape shape, Optional<Size> photo) throws Fault.Thrown {
    Size canvas = canvas(shape, photo);
    double wanted = Math.log((double) canvas.width() / canvas.height());
    Optional<String> nearest =
        frames.stream().min(Comparator.comparingDouble(it -> distance(it, wanted)));
    if (nearest.isPresent() && distance(nearest.get(), wanted) > Math.log(MOST_CUT)) {
      throw new Fault.Input("no frame that is like " + canvas).thrown();
    }
    return nearest;
  }

  private static Size canvas(Shape shape, Optional<Size> photo) {
    return shape.canvas(photo.orElse(WIDE), Quality.STANDARD);
  }

  private static double distance(String frame, double wanted) {
    String[] sides = frame.split(":", -1);
    return sides.length < 2
        ? 0
        : Math.abs(Math.log(Double.parseDouble(sides[0]) / Double.parseDouble(sides[1])) - wanted);
  }
}
