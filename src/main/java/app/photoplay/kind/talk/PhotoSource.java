package app.photoplay.kind.talk;

import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.IncomingPhotos.Incoming;
import app.photoplay.media.CloseUp;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        case Preflight.Finding.Fine(var parts) -> {
          List<StoredFile> closeUps = closeUps(parts, file);
          yield new Photo.Usable(files.keep(file), true, closeUps);
        }
        case Preflight.Finding.NoFace() -> new Photo.Usable(files.keep(file), false, List.of());
        case Preflight.Finding.Bad(var problem) -> {
          Files.deleteIfExists(file);
          yield new Photo.Refused(IncomingPhotos.refusal(problem));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<StoredFile> closeUps(List<CloseUp> parts, Path photo) throws IOException {
    List<StoredFile> kept = new ArrayList<>();
    for (CloseUp part : parts) {
      Path file = files.scratch(".jpg");
      preflight.write(part, photo, file);
      kept.add(files.keep(file));
    }
    return kept;
  }

  /// What came of it.
  sealed interface Photo {
    /// A photo that was kept.
    ///
    /// @param closeUps photos of one face each to ask about, from left to right; empty when it is
    ///   clear what shall speak
    record Usable(StoredFile kept, boolean face, List<StoredFile> closeUps) implements Photo {}

    record Refused(Phrase why) implements Photo {}
  }
}
