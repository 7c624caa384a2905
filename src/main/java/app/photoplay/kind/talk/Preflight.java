package app.photoplay.kind.talk;

import app.photoplay.media.FaceFinder;
import app.photoplay.media.PhotoProblem;
import app.photoplay.media.PictureAnswer;
import app.photoplay.media.Pictures;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Looks at a photo before anything is ordered: can it be read, is there a face.
public final class Preflight {
  private final Pictures pictures;
  private final FaceFinder faces;
  private final Executor processor;

  /// A preflight.
  ///
  /// @param processor a few platform threads: decoding and searching keep a core busy for a moment
  public Preflight(Pictures pictures, FaceFinder faces, Executor processor) {
    this.pictures = pictures;
    this.faces = faces;
    this.processor = processor;
  }

  /// Looks, blocking.
  Finding look(Path photo) {
    try {
      return CompletableFuture.supplyAsync(() -> find(photo), processor).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a photo could not be looked at", e.getCause());
    }
  }

  private Finding find(Path photo) {
    return switch (pictures.read(photo)) {
      case PictureAnswer.Decoded(var picture) ->
          faces.find(picture).isEmpty() ? new Finding.NoFace() : new Finding.Fine();
      case PictureAnswer.Unreadable(var problem) -> new Finding.Bad(problem);
    };
  }

  /// What a photo is good for.
  sealed interface Finding {
    record Fine() implements Finding {}

    record NoFace() implements Finding {}

    record Bad(PhotoProblem problem) implements Finding {}
  }
}
