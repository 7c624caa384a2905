package app.photoplay.kind.talk;

import app.photoplay.chat.message.Attachment;
import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.IncomingPhotos.Incoming;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.NumberedFaces;
import app.photoplay.media.face.CloseUp;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gets the photo that a call is about into our own files.
final class PhotoSource {
  private static final double CLOSE_UP_QUALITY = 0.92;
  private static final double SKETCH_QUALITY = 0.85;

  private final ArtifactStore files;
  private final IncomingPhotos incoming;
  private final Preflight preflight;
  private final Lettering lettering;

  PhotoSource(ArtifactStore files, Preflight preflight, Lettering lettering) {
    this.files = files;
    this.incoming = new IncomingPhotos(files);
    this.preflight = preflight;
    this.lettering = lettering;
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

  /// One of the photos that are attached to a call.
  Photo of(Invocation call, Attachment attached) throws InterruptedException {
    return switch (incoming.fetch(call, attached)) {
      case Incoming.Fetched(var file) -> looked(file);
      case Incoming.Refused(var why) -> new Photo.Refused(why);
    };
  }

  private Photo looked(Path file) {
    try {
      return switch (preflight.inspect(file)) {
        case Preflight.Finding.Fine(var parts) when parts.isEmpty() ->
            new Photo.Usable(files.put(file), true, List.of(), Optional.empty());
        case Preflight.Finding.Fine(var parts) -> doubtful(parts, file);
        case Preflight.Finding.NoFace() ->
            new Photo.Usable(files.put(file), false, List.of(), Optional.empty());
        case Preflight.Finding.Bad(var problem) -> {
          Files.deleteIfExists(file);
          yield new Photo.Refused(IncomingPhotos.refusal(problem));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A photo that must be asked about, with what the question shows.
  private Photo doubtful(List<CloseUp> parts, Path file) throws IOException {
    List<StoredFile> closeUps = new ArrayList<>();
    QuestionPicture sketch =
        preflight.draw(
            file,
            photo -> {
              for (CloseUp part : parts) {
                closeUps.add(kept(part.of(photo), CLOSE_UP_QUALITY));
              }
              return parts.size() == 1
                  ? proposed(parts.getFirst(), closeUps.getFirst())
                  : numbered(parts, photo);
            });
    return new Photo.Usable(files.put(file), true, closeUps, Optional.of(sketch));
  }

  /// The proposed part itself. Its face is small, so it is never a large picture.
  private static QuestionPicture proposed(CloseUp part, StoredFile kept) {
    return new QuestionPicture(kept.content(), part.width(), part.height());
  }

  private QuestionPicture numbered(List<CloseUp> parts, Picture photo) {
    Picture drawn = NumberedFaces.on(photo, parts.stream().map(CloseUp::face).toList(), lettering);
    return new QuestionPicture(
        kept(drawn, SKETCH_QUALITY).content(), drawn.width(), drawn.height());
  }

  private StoredFile kept(Picture picture, double quality) {
    Path file = files.scratch(".jpg");
    Pictures.writeJpeg(picture, file, quality);
    try {
      return files.put(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came of it.
  sealed interface Photo {
    /// A photo that was kept.
    ///
    /// @param closeUps photos of one face each to ask about, from left to right; empty when it is
    ///   clear what shall speak
    /// @param sketch what that question shows
    record Usable(
        StoredFile kept, boolean face, List<StoredFile> closeUps, Optional<QuestionPicture> sketch)
        implements Photo {}

    record Refused(Sentence why) implements Photo {}
  }
}
