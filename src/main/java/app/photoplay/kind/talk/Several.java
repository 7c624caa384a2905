package app.photoplay.kind.talk;

import app.photoplay.chat.message.Attachment;
import app.photoplay.command.Invocation;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.talk.TalkDraft.Numbered;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What several photos that were sent together are good for.
///
/// @param first the one that speaks unless another is chosen; without a face when none has one,
///   empty when none can be used
/// @param speaking those with a face
/// @param why the first cannot be used
record Several(Optional<PhotoSource.Photo.Usable> first, List<Numbered> speaking, Sentence why) {
  /// As many as an album holds.
  private static final int MOST = 10;

  static Several of(Invocation call, PhotoSource photos) throws InterruptedException {
    List<Attachment> attached = IncomingPhotos.attached(call);
    List<Numbered> speaking = new ArrayList<>();
    Optional<PhotoSource.Photo.Usable> face = Optional.empty();
    Optional<PhotoSource.Photo.Usable> other = Optional.empty();
    Sentence why = Phrase.PHOTO_UNREADABLE;
    for (int i = 0; i < Math.min(MOST, attached.size()); i++) {
      switch (photos.of(call, attached.get(i))) {
        case PhotoSource.Photo.Refused(var reason) -> why = reason;
        case PhotoSource.Photo.Usable photo when photo.face() -> {
          speaking.add(new Numbered(i + 1, photo.kept()));
          face = face.or(() -> Optional.of(photo));
        }
        case PhotoSource.Photo.Usable photo -> other = other.or(() -> Optional.of(photo));
      }
    }
    Optional<PhotoSource.Photo.Usable> none = other;
    return new Several(face.or(() -> none), List.copyOf(speaking), why);
  }

  /// A photo that came later than those that wait for words.
  static TalkDraft with(TalkDraft waiting, StoredFile late) {
    List<Numbered> all =
        new ArrayList<>(
            waiting.album().isEmpty() ? List.of(new Numbered(1, waiting.file())) : waiting.album());
    all.add(new Numbered(all.getLast().number() + 1, late));
    return waiting.among(all, waiting.together());
  }
}
