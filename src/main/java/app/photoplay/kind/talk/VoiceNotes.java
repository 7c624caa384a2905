package app.photoplay.kind.talk;

import app.photoplay.chat.Download;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.speech.Recording;
import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.Sounds;
import app.photoplay.provider.speech.Voices;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gets the recording that a call brings, a person's own voice, into our own files: read to its
/// end, as WAV of our own making, so that no later step meets the bytes that were sent.
final class VoiceNotes {
  private static final Set<Attachment.Kind> SOUNDS =
      EnumSet.of(Attachment.Kind.VOICE, Attachment.Kind.AUDIO, Attachment.Kind.VIDEO);
  private static final Set<Attachment.Kind> VOICES =
      EnumSet.of(Attachment.Kind.VOICE, Attachment.Kind.AUDIO);

  private final ArtifactStore files;
  private final Voices model;
  private final int maxSeconds;

  VoiceNotes(ArtifactStore files, Voices model, int maxSeconds) {
    this.files = files;
    this.model = model;
    this.maxSeconds = maxSeconds;
  }

  /// The recording that a call brings: attached, or what a photo replies to. Empty when it brings
  /// none; a video with words is not taken for one.
  Optional<Note> of(Invocation call) throws InterruptedException {
    Optional<Attachment> attached =
        first(call.attachments(), call.words().isEmpty() ? SOUNDS : VOICES)
            .or(() ->
                call.words().isEmpty()
                    ? call.replied()
                        .map(ChatUpdate.Replied::attachments)
                        .flatMap(it -> first(it, VOICES))
                    : Optional.empty());
    return attached.isPresent() ? Optional.of(fetched(call, attached.get())) : Optional.empty();
  }

  private Note fetched(Invocation call, Attachment attachment) throws InterruptedException {
    Path file = files.scratch(".sound");
    return switch (call.fetch(attachment, file, Sounds.MOST_BYTES, Phrase.SOUND_UNREACHABLE)) {
      case Download.Fetched(var sound) -> listened(sound);
      case Download.TooLarge _ ->
          new Note.Refused(Phrase.SOUND_TOO_LARGE.with(Argument.LIMIT.of(Sounds.MOST_BYTES >> 20)));
      case Download.Expired() -> new Note.Refused(Phrase.SOUND_EXPIRED);
    };
  }

  private Note listened(Path file) throws InterruptedException {
    try {
      return switch (model.listen(file, maxSeconds)) {
        case SoundAnswer.Decoded sound -> {
          Path wav = files.scratch(".wav");
          Sounds.writeWav(sound.samples(), wav);
          StoredFile kept = files.put(wav);
          yield new Note.Usable(
              new Recording(kept.content(), kept.bytes(), Math.round(sound.seconds() * 1000)));
        }
        case SoundAnswer.TooLong(var seconds) -> new Note.Refused(tooLong(seconds));
        case SoundAnswer.Unusable(var problem) ->
            new Note.Refused(
                switch (problem) {
                  case EMPTY -> Phrase.SOUND_EMPTY;
                  case NOT_SOUND -> Phrase.SOUND_UNREADABLE;
                  case NO_SOUND -> Phrase.SOUND_MISSING;
                  case BROKEN -> Phrase.SOUND_BROKEN;
                  case SILENT -> Phrase.SOUND_SILENT;
                  case NEEDS_FFMPEG -> Phrase.SOUND_NEEDS_FFMPEG;
                });
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sentence tooLong(double seconds) {
    Argument.Given limit = Argument.LIMIT.of(maxSeconds);
    // rounded down it would seem to fit
    long takes = Math.max(maxSeconds + 1, Math.round(seconds));
    return seconds < 100
        ? Phrase.SOUND_TOO_LONG.with(Argument.SECONDS.of(takes), limit)
        : Phrase.SOUND_TOO_LONG_MINUTES.with(Argument.MINUTES.of(Math.round(seconds / 60)), limit);
  }

  private static Optional<Attachment> first(
      List<Attachment> attachments, Set<Attachment.Kind> kinds) {
    return attachments.stream().filter(it -> kinds.contains(it.kind())).findFirst();
  }

  /// What came of it.
  sealed interface Note {
    record Usable(Recording recording) implements Note {}

    record Refused(Sentence why) implements Note {}
  }
}
