package app.photoplay.provider.text;

import app.photoplay.provider.text.Storyboard.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A film to be planned.
///
/// @param idea as people wrote it, not empty: a sentence, or a whole script
/// @param seconds length of the whole film
/// @param language BCP 47 tag of what is said
/// @param scenes how many, or empty for as many as suit the length
/// @param style words that people chose for all pictures, may be empty
/// @param cast who is there to be seen; the storyboard may add others
/// @param shots the lengths in seconds that can be filmed, ascending, at least one
/// @param correction empty at the first try
public record StoryboardPrompt(
    String idea,
    int seconds,
    String language,
    OptionalInt scenes,
    String style,
    List<Role> cast,
    List<Integer> shots,
    Optional<Correction> correction) {
  public StoryboardPrompt {
    cast = List.copyOf(cast);
    shots = List.copyOf(shots);
  }

  /// What was wrong with an earlier answer to the same.
  ///
  /// @param answer as it came
  /// @param faults in English, for the model
  public record Correction(String answer, List<String> faults) {
    public Correction {
      faults = List.copyOf(faults);
    }
  }
}
