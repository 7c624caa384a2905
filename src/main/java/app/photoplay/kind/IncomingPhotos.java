package app.photoplay.kind;

import app.photoplay.chat.Download;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.command.Invocation;
import app.photoplay.media.picture.PhotoProblem;
import app.photoplay.media.picture.Pictures;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Fetches the photo that a call is about.
public final class IncomingPhotos {
  private static final String SAMPLE = "/app/photoplay/sample/astronaut.jpg";

  private final ArtifactStore files;

  public IncomingPhotos(ArtifactStore files) {
    this.files = files;
  }

  /// What came of it.
  public sealed interface Incoming {
    /// A scratch file that now belongs to the caller; nobody has looked into it.
    record Fetched(Path file) implements Incoming {}

    record Refused(Sentence why) implements Incoming {}
  }

  /// The photo that a call brings: attached, replied to, or the sample. Empty when it brings none.
  public Optional<Incoming> of(Invocation call) throws InterruptedException {
    Optional<Attachment> attached =
        first(call.attachments())
            .or(() ->
                call.replied()
                    // our own pictures only show what a question is about
                    .filter(replied -> !replied.ours())
                    .map(ChatUpdate.Replied::attachments)
                    .flatMap(IncomingPhotos::first));
    if (attached.isPresent()) {
      return Optional.of(fetch(call, attached.get()));
    }
    return "sample".equals(call.options().get("photo"))
        ? Optional.of(new Incoming.Fetched(sample()))
        : Optional.empty();
  }

  /// Those that are attached to a call.
  public static List<Attachment> attached(Invocation call) {
    return call.attachments().stream().filter(it -> it.kind() == Attachment.Kind.PHOTO).toList();
  }

  /// A photo among those that a call brings.
  public Incoming fetch(Invocation call, Attachment attachment) throws InterruptedException {
    Path file = files.scratch(".photo");
    return switch (call.fetch(attachment, file, Pictures.MOST_BYTES, Phrase.PHOTO_UNREACHABLE)) {
      case Download.Fetched(var photo) -> new Incoming.Fetched(photo);
      case Download.TooLarge _ -> new Incoming.Refused(tooLarge());
      case Download.Expired() -> new Incoming.Refused(Phrase.PHOTO_EXPIRED);
    };
  }

  private Path sample() {
    Path file = files.scratch(".jpg");
    try (InputStream in = IncomingPhotos.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("the sample photo is missing");
      }
      Files.copy(in, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /// What people are told about a photo that cannot be used.
  public static Sentence refusal(PhotoProblem problem) {
    return switch (problem) {
      case EMPTY -> Phrase.PHOTO_EMPTY;
      case NOT_A_PICTURE -> Phrase.PHOTO_UNREADABLE;
      case BROKEN -> Phrase.PHOTO_BROKEN;
      case ANIMATED -> Phrase.PHOTO_ANIMATED;
      case TOO_MANY_PIXELS -> Phrase.PHOTO_TOO_MANY_PIXELS;
      case TOO_MANY_BYTES -> tooLarge();
      case TOO_SMALL -> Phrase.PHOTO_TOO_SMALL;
      case HEIC -> Phrase.PHOTO_HEIC;
    };
  }

  private static Sentence tooLarge() {
    return Phrase.PHOTO_TOO_LARGE.with(Argument.LIMIT.of(Pictures.MOST_BYTES >> 20));
  }

  private static Optional<Attachment> first(List<Attachment> attachments) {
    return attachments.stream()
        .filter(attachment -> attachment.kind() == Attachment.Kind.PHOTO)
        .findFirst();
  }
}
