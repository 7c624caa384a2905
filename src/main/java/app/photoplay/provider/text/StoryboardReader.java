package app.photoplay.provider.text;

import app.photoplay.job.Codec;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads what a model wrote as a storyboard.
public final class StoryboardReader {
  private static final Codec<Storyboard> JSON = Codec.json(Storyboard.class);

  private StoryboardReader() {}

  /// What came of reading.
  public sealed interface Reading {
    record Good(Storyboard board) implements Reading {}

    /// It is no storyboard for the prompt.
    ///
    /// @param faults in English, for the model that shall mend them
    record Faulty(List<String> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads an answer to a prompt.
  public static Reading read(String answer, StoryboardPrompt prompt) {
    try {
      Storyboard board = JSON.decode(answer);
      return board.scenes().isEmpty()
          ? new Reading.Faulty(List.of("There are no scenes."))
          : new Reading.Good(board);
    } catch (UncheckedIOException e) {
      return new Reading.Faulty(List.of("It is not the JSON of a storyboard."));
    }
  }

  /// Reads what [#write] wrote.
  public static Storyboard stored(String json) {
    return JSON.decode(json);
  }

  /// The stored form.
  public static String write(Storyboard board) {
    return JSON.encode(board);
  }
}
