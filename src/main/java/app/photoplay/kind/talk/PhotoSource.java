package app.photoplay.kind.talk;

import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.IncomingPhotos.Incoming;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Gets the photo that a call is about into our own files.
final class PhotoSource {
  private final ArtifactStore files;
  private final IncomingPhotos incoming;
  private final Preflight preflight;

  PhotoSource(ArtifactStore files, Preflight preflight) {
    this.files = files;
    this.incoming = new IncomingPhotos(files);
    this.preflight = preflight;
  }

  /// The photo that a call brings. Empty when it brings none.
  Optional<Photo> of(Invocation call) throws InterruptedException {
    return incoming
        .of(call)
        .map(photo ->
            switch (photo) {
              case Incoming.Fetched(var file) -> looked(file);
              case Incoming.Refused(var why) -> new Photo.Refused(why);
            });
  }

  private Photo looked(Path file) {
    try {
      return switch (preflight.look(file)) {
        case Preflight.Finding.Fine() -> new Photo.Usable(files.keep(file), true);
        case Preflight.Finding.NoFace() -> new Photo.Usable(files.keep(file), false);
        case Preflight.Finding.Bad(var problem) -> {
          Files.deleteIfExists(file);
          yield new Photo.Refused(IncomingPhotos.refusal(problem));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came of it.
  sealed interface Photo {
    record Usable(StoredFile kept, boolean face) implements Photo {}

    record Refused(Phrase why) implements Photo {}
  }
}
