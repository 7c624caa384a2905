package app.photoplay.kind.film;

import app.photoplay.provider.text.Storyboard.Role;
import org.jspecify.annotations.Nullable;

/// Somebody or something that people want to see in a film.
///
/// @param looks in words, may be empty
/// @param photo SHA-256 of a picture of it, null when there is none
/// @param face whether a face that can speak is in the photo
/// @param voice that says its lines; empty for that of the film
public record CastMember(
    String name, String looks, @Nullable String photo, boolean face, String voice) {
  /// Whether it can be seen saying something.
  boolean speaks() {
    return photo != null && face;
  }

  Role role() {
    return new Role(name, looks);
  }
}
