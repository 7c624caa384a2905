package app.photoplay.kind.storyboard;

import app.photoplay.job.JobRequest;
import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardPrompt.Correction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An idea to be planned as a film.
///
/// @param idea as people wrote it
/// @param seconds length of the whole film
/// @param language BCP 47 tag of what is said
/// @param scenes how many; 0 for as many as suit the length
/// @param style words that people chose for all pictures, may be empty
/// @param cast who is there to be seen
/// @param shots the lengths in seconds that can be filmed, ascending
/// @param version the same idea with another version is planned anew
public record StoryboardRequest(
    String idea,
    int seconds,
    String language,
    int scenes,
    String style,
    List<Role> cast,
    List<Integer> shots,
    int version)
    implements JobRequest {
  public static final String KIND = "storyboard";

  public StoryboardRequest {
    cast = List.copyOf(cast);
    shots = List.copyOf(shots);
  }

  @Override
  public String kind() {
    return KIND;
  }

  StoryboardPrompt prompt(Optional<Correction> correction) {
    return new StoryboardPrompt(
        idea,
        seconds,
        language,
        scenes == 0 ? OptionalInt.empty() : OptionalInt.of(scenes),
        style,
        cast,
        shots,
        correction);
  }
}
