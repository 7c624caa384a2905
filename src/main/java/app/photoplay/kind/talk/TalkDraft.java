package app.photoplay.kind.talk;

import app.photoplay.job.StoredFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A photo that waits for words.
///
/// @param closeUps see [PhotoSource.Photo.Usable]
/// @param sketch what the question about its faces shows; null when there is none to ask
record TalkDraft(
    String photo,
    long bytes,
    boolean face,
    TalkOptions options,
    List<StoredFile> closeUps,
    @Nullable QuestionPicture sketch) {
  TalkDraft {
    // drafts of an earlier version have none
    closeUps = List.copyOf(Objects.requireNonNullElse(closeUps, List.of()));
  }

  static TalkDraft of(PhotoSource.Photo.Usable photo, TalkOptions options) {
    StoredFile kept = photo.kept();
    return new TalkDraft(
        kept.content(),
        kept.bytes(),
        photo.face(),
        options,
        photo.closeUps(),
        photo.sketch().orElse(null));
  }

  StoredFile file() {
    return new StoredFile(photo, bytes);
  }

  TalkDraft of(StoredFile closeUp) {
    return new TalkDraft(closeUp.content(), closeUp.bytes(), true, options, List.of(), null);
  }

  TalkDraft with(TalkOptions chosen) {
    return new TalkDraft(photo, bytes, face, chosen, closeUps, sketch);
  }
}
