package app.photoplay.kind.storyboard;

import app.photoplay.job.JobRequest;
import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardPrompt.Correction;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
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
/// @param provider who is asked first, as in the settings; empty for whoever is preferred
public record StoryboardRequest(
    String idea,
    int seconds,
    String language,
    int scenes,
    String style,
    List<Role> cast,
    List<Integer> shots,
    int version,
    // left out where there is none, so that what was made before there was a choice is found again
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String provider)
    implements JobRequest {
  public static final String KIND = "storyboard";

  public StoryboardRequest {
    cast = List.copyOf(cast);
    shots = List.copyOf(shots);
    provider = Objects.requireNonNullElse(provider, "");
  }

  /// One that whoever is preferred plans.
  public StoryboardRequest(
      String idea,
      int seconds,
      String language,
      int scenes,
      String style,
      List<Role> cast,
      List<Integer> shots,
      int version) {
    this(idea, seconds, language, scenes, style, cast, shots, version, "");
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
