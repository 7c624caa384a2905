package app.photoplay.kind.cast;

import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.IncomingPhotos.Incoming;
import app.photoplay.kind.talk.Preflight;
import app.photoplay.kind.talk.Preflight.Finding;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Judges the photos of members and keeps the good ones.
public final class CastPhotos {
  private final ArtifactStore files;
  private final IncomingPhotos incoming;
  private final Preflight preflight;

  public CastPhotos(ArtifactStore files, Preflight preflight) {
    this.files = files;
    this.incoming = new IncomingPhotos(files);
    this.preflight = preflight;
  }

  /// What a photo is good for.
  public sealed interface Judged {
    /// It was kept.
    ///
    /// @param face whether a face that can speak is in it
    record Usable(StoredFile kept, boolean face) implements Judged {}

    record Refused(Sentence why) implements Judged {}
  }

  /// The photo that a call brings; empty when it brings none.
  Optional<Judged> of(Invocation call) throws InterruptedException {
    return incoming.of(call).map(this::judged);
  }

  /// One that was fetched.
  public Judged judged(Incoming photo) {
    return switch (photo) {
      case Incoming.Fetched(var file) -> judged(file);
      case Incoming.Refused(var why) -> new Judged.Refused(why);
    };
  }

  private Judged judged(Path file) {
    try {
      return switch (preflight.inspect(file)) {
        case Finding.NoFace() -> new Judged.Usable(files.put(file), false);
        case Finding.Fine(var faces) when faces.size() > 1 ->
            refused(file, Phrase.CAST_FACES.with(Argument.COUNT.of(faces.size())));
        case Finding.Fine _ -> new Judged.Usable(files.put(file), true);
        case Finding.Bad(var problem) -> refused(file, IncomingPhotos.refusal(problem));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Judged refused(Path file, Sentence why) throws IOException {
    Files.deleteIfExists(file);
    return new Judged.Refused(why);
  }
}
