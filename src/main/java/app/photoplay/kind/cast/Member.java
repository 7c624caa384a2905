package app.photoplay.kind.cast;

import app.photoplay.job.StoredFile;
import org.jspecify.annotations.Nullable;

/// Somebody or something that a person has saved.
///
/// @param name as [Names#read] takes it
/// @param looks in words, may be empty
/// @param photo null when it is known by its looks alone
/// @param face whether a face that can speak is in the photo
/// @param voice the name of a voice; empty for that of the film
public record Member(
    String name,
    String looks,
    @Nullable StoredFile photo,
    boolean face,
    String voice,
    Consent consent) {
  Member with(CastPhotos.Judged.Usable judged) {
    return new Member(name, looks, judged.kept(), judged.face(), voice, consent);
  }

  Member with(Consent given) {
    return new Member(name, looks, photo, face, voice, given);
  }
}
