package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Puts the pieces of a film together.
@FunctionalInterface
interface Cutter {
  /// Makes the film, blocking. Interrupting ends it within a second and leaves nothing behind.
  ///
  /// @param made how the scenes' pieces ended, by their names in [Scenes]
  /// @param progress told a fraction from 0 to 1 now and then, on any thread
  /// @return what is kept: the video, its pictures, captions, storyboard, a mark where that is a
  ///   template, and a mark for every scene that is missing; empty when files of pieces are no
  ///   longer stored
  Optional<List<Artifact>> cut(Scenes scenes, Map<String, Outcome> made, DoubleConsumer progress)
      throws IOException, InterruptedException;
}
