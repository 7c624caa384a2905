package app.photoplay.provider.local.scene;

import app.photoplay.provider.speech.language.WrittenLanguage;
import app.photoplay.provider.text.StoryboardPrompt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What is said in each scene, and how long the scenes are for it. Only whole sentences are said:
/// one that takes too long is said in fewer words or left out, and then the others have its time.
///
/// @param lengths in seconds, one a scene
/// @param words one a scene, may be empty
record Narration(List<Integer> lengths, List<String> words) {
  Narration {
    lengths = List.copyOf(lengths);
    words = List.copyOf(words);
  }

  /// Whether the words with which the story begins are said.
  boolean begins(List<Beat> beats) {
    return IntStream.range(0, words.size())
        .filter(i -> !beats.get(i).words().isEmpty())
        .limit(1)
        .noneMatch(i -> words.get(i).isEmpty());
  }

  static Narration of(List<Beat> beats, StoryboardPrompt prompt) {
    return new Search(beats, prompt).found();
  }

  /// Gives words up until the rest can be said.
  private static final class Search {
    private final List<Beat> beats;
    private final List<String> words;
    private final StoryboardPrompt prompt;
    private final boolean english;

    Search(List<Beat> beats, StoryboardPrompt prompt) {
      this.beats = beats;
      this.words = new ArrayList<>(beats.stream().map(Beat::words).toList());
      this.prompt = prompt;
      this.english = Locale.forLanguageTag(prompt.language()).getLanguage().equals("en");
    }

    Narration found() {
      while (true) {
        List<Integer> lengths = Lengths.of(needs(), prompt.seconds(), prompt.shots());
        OptionalInt late = latest(lengths);
        if (late.isEmpty()) {
          return new Narration(lengths, ended());
        }
        giveUp(late.getAsInt(), lengths);
      }
    }

    private List<Double> needs() {
      return words.stream().map(Passages::seconds).toList();
    }

    private double need(int scene) {
      return Passages.seconds(words.get(scene));
    }

    /// The scene that is most too short for its words.
    private OptionalInt latest(List<Integer> lengths) {
      return IntStream.range(0, words.size())
          .filter(i -> need(i) > lengths.get(i))
          .boxed()
          .max(Comparator.comparingDouble(i -> need(i) - lengths.get(i)))
          .map(OptionalInt::of)
          .orElseGet(OptionalInt::empty);
    }

    /// First there are fewer words in this scene, then in another, then there is silence in the
    /// middle and at the end; how it begins is given up last.
    private void giveUp(int late, List<Integer> lengths) {
      int first = first(late);
      Optional<String> fewer = fewer(first, lengths.get(first));
      if (fewer.isPresent()) {
        say(first, fewer.get());
        return;
      }
      boolean possible = need(late) <= Math.min(prompt.shots().getLast(), prompt.seconds());
      Optional<Integer> other = possible ? briefest() : Optional.empty();
      if (other.isPresent()) {
        say(other.get(), brief(other.get()).orElseThrow());
      } else {
        say(possible ? leastMissed() : first, "");
      }
    }

    /// Of one sentence in two scenes the first of them.
    private int first(int scene) {
      int first = scene;
      while (first > 0 && beats.get(first - 1).goesOn() && !words.get(first - 1).isEmpty()) {
        first--;
      }
      return first;
    }

    /// As many of the sentences as there is time for, or fewer words for the first.
    private Optional<String> fewer(int scene, int seconds) {
      if (goesOn(scene)) {
        return brief(scene);
      }
      String some = Passages.within(seconds, words.get(scene), prompt.language());
      return some.isEmpty() ? brief(scene) : Optional.of(some);
    }

    /// Fewer words for the only sentence of a scene.
    private Optional<String> brief(int scene) {
      String said =
          goesOn(scene) ? words.get(scene) + " " + words.get(scene + 1) : words.get(scene);
      String brief = beats.get(scene).brief();
      if (!brief.isEmpty() && brief.length() < said.length()) {
        return Optional.of(brief);
      }
      return english && WrittenLanguage.of(said).equals("en")
          ? Idea.withoutAfterthought(said)
          : Optional.empty();
    }

    /// The scene in which most time is won by fewer words.
    private Optional<Integer> briefest() {
      return IntStream.range(0, words.size())
          .filter(i -> first(i) == i && brief(i).isPresent() && single(i))
          .boxed()
          .max(Comparator.comparingDouble(i -> need(i) - Passages.seconds(brief(i).orElseThrow())));
    }

    private boolean single(int scene) {
      return Passages.sentences(words.get(scene), prompt.language()).size() == 1;
    }

    /// Of what is said between the beginning and the end, that which takes least time, else the
    /// end.
    private int leastMissed() {
      List<Integer> said =
          IntStream.range(0, words.size())
              .filter(i -> !words.get(i).isEmpty() && first(i) == i)
              .boxed()
              .toList();
      return said.stream()
          .skip(1)
          .limit(Math.max(0, said.size() - 2))
          .min(Comparator.comparingDouble(this::need))
          .orElseGet(said::getLast);
    }

    private boolean goesOn(int scene) {
      return beats.get(scene).goesOn()
          && scene + 1 < words.size()
          && !words.get(scene + 1).isEmpty();
    }

    /// The rest of a sentence in the next scenes is said here too, or not at all.
    private void say(int scene, String instead) {
      int last = scene;
      while (goesOn(last)) {
        last++;
      }
      for (int i = scene + 1; i <= last; i++) {
        words.set(i, "");
      }
      words.set(scene, instead);
    }

    private List<String> ended() {
      return IntStream.range(0, words.size())
          .mapToObj(i -> goesOn(i) ? words.get(i) : Passages.ended(words.get(i)))
          .toList();
    }
  }
}
