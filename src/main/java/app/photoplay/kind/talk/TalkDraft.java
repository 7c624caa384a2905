package app.photoplay.kind.talk;

import app.photoplay.job.StoredFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A photo that waits for words.
///
/// @param closeUps see [PhotoSource.Photo.Usable]
/// @param sketch what the question about its faces shows; null when there is none to ask
/// @param album what was sent together and could speak as well, this one included; empty when it
///   came alone
/// @param together names what was sent together, also later; empty where nothing comes later
record TalkDraft(
    String photo,
    long bytes,
    boolean face,
    TalkOptions options,
    List<StoredFile> closeUps,
    @Nullable QuestionPicture sketch,
    List<Numbered> album,
    String together) {
  TalkDraft {
    // drafts of an earlier version have none
    closeUps = List.copyOf(Objects.requireNonNullElse(closeUps, List.of()));
    album = List.copyOf(Objects.requireNonNullElse(album, List.of()));
    together = Objects.requireNonNullElse(together, "");
  }

  /// One of several photos.
  ///
  /// @param number its place among all that came, from 1
  record Numbered(int number, StoredFile file) {}

  static TalkDraft of(PhotoSource.Photo.Usable photo, TalkOptions options) {
    StoredFile kept = photo.kept();
    return new TalkDraft(
        kept.content(),
        kept.bytes(),
        photo.face(),
        options,
        photo.closeUps(),
        photo.sketch().orElse(null),
        List.of(),
        "");
  }

  StoredFile file() {
    return new StoredFile(photo, bytes);
  }

  TalkDraft of(StoredFile closeUp) {
    return new TalkDraft(
        closeUp.content(), closeUp.bytes(), true, options, List.of(), null, List.of(), "");
  }

  /// The first of several.
  TalkDraft among(List<Numbered> all, String name) {
    return new TalkDraft(photo, bytes, face, options, closeUps, sketch, all, name);
  }

  TalkDraft with(TalkOptions chosen) {
    return new TalkDraft(photo, bytes, face, chosen, closeUps, sketch, album, together);
  }
}
