package app.photoplay.kind.talk;

import app.photoplay.chat.Attachment;
import app.photoplay.chat.ChatUpdate;
import app.photoplay.chat.Download;
import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.media.CloseUp;
import app.photoplay.media.Pictures;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gets the photo that a call is about into our own files.
final class PhotoSource {
  private static final String SAMPLE = "/app/photoplay/sample/astronaut.jpg";

  private final ArtifactStore files;
  private final Preflight preflight;

  PhotoSource(ArtifactStore files, Preflight preflight) {
    this.files = files;
    this.preflight = preflight;
  }

  /// The photo that a call brings: attached, replied to, or the sample. Empty when it brings none.
  Optional<Photo> of(Invocation call) throws InterruptedException {
    Optional<Attachment> attached =
        first(call.attachments())
            .or(() ->
                call.replied().map(ChatUpdate.Replied::attachments).flatMap(PhotoSource::first));
    if (attached.isPresent()) {
      return Optional.of(fetched(call, attached.get()));
    }
    return "sample".equals(call.options().get("photo")) ? Optional.of(sample()) : Optional.empty();
  }

  private Photo fetched(Invocation call, Attachment attachment) throws InterruptedException {
    Path file = files.scratch(".photo");
    Download download = call.platform().download(attachment, file, Pictures.MOST_BYTES);
    return switch (download) {
      case Download.Fetched(var photo) -> looked(photo);
      case Download.TooLarge _ -> new Photo.Refused(Phrase.PHOTO_TOO_LARGE);
      case Download.Expired() -> new Photo.Refused(Phrase.PHOTO_EXPIRED);
      case Download.Unreachable _ -> new Photo.Refused(Phrase.PHOTO_UNREACHABLE);
    };
  }

  private Photo sample() {
    Path file = files.scratch(".jpg");
    try (InputStream in = PhotoSource.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("the sample photo is missing");
      }
      Files.copy(in, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return looked(file);
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
          yield new Photo.Refused(
              switch (problem) {
                case EMPTY -> Phrase.PHOTO_EMPTY;
                case NOT_A_PICTURE -> Phrase.PHOTO_UNREADABLE;
                case BROKEN -> Phrase.PHOTO_BROKEN;
                case ANIMATED -> Phrase.PHOTO_ANIMATED;
                case TOO_MANY_PIXELS -> Phrase.PHOTO_TOO_MANY_PIXELS;
                case TOO_MANY_BYTES -> Phrase.PHOTO_TOO_LARGE;
                case TOO_SMALL -> Phrase.PHOTO_TOO_SMALL;
                case HEIC -> Phrase.PHOTO_HEIC;
              });
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

  private static Optional<Attachment> first(List<Attachment> attachments) {
    return attachments.stream()
        .filter(attachment -> attachment.kind() == Attachment.Kind.PHOTO)
        .findFirst();
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
