package app.photoplay.provider.local.scene;

import app.photoplay.provider.speech.language.WrittenLanguage;
import app.photoplay.provider.text.PlainText;
import app.photoplay.provider.text.StoryboardPrompt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An idea as a title and as many moments as the film has scenes. What the idea tells is told in
/// its own words and order. Only one English sentence, which has neither, gets a beginning and an
/// end.
record Story(String title, List<Beat> beats) {
  private static final double SECONDS_A_SCENE = 5.5;
  private static final int SHORTEST_SCENE = 3;
  private static final int LONGEST_SCENE = 8;
  private static final int FEWEST = 3;
  private static final int MOST = 20;
  private static final int TITLE = 60;
  private static final int MOST_BEATS = 100;

  /// Of an idea, in characters; more is never told in a film.
  private static final int READ = 20_000;

  /// What can be told of an idea: what people see of it.
  static String readable(String idea) {
    return Passages.shortened(PlainText.lines(PlainText.cut(idea, 2 * READ)), READ);
  }

  /// The story of a prompt, in fewer scenes where else there would be no time for how it begins.
  ///
  /// @param idea as of [#readable], with a letter
  static Story of(String idea, StoryboardPrompt prompt) {
    Counts counts = Counts.of(prompt);
    Story story = of(idea, prompt, counts, true);
    for (int fewer = story.beats.size() - 1;
        fewer >= counts.fewest() && !story.begins(prompt);
        fewer--) {
      story = of(idea, prompt, counts.atMost(fewer), true);
    }
    if (story.begins(prompt)) {
      return story;
    }
    return of(idea, prompt, counts, false);
  }

  private boolean begins(StoryboardPrompt prompt) {
    return Narration.of(beats, prompt).begins(beats);
  }

  /// @param framed whether a single sentence may get a beginning and an end
  private static Story of(String idea, StoryboardPrompt prompt, Counts counts, boolean framed) {
    Optional<Script> script = Script.read(idea, prompt.cast());
    if (script.isPresent()) {
      return scripted(script.get(), counts);
    }
    List<String> sentences = Passages.sentences(idea, prompt.language());
    boolean english =
        Locale.forLanguageTag(prompt.language()).getLanguage().equals("en")
            && WrittenLanguage.of(idea).equals("en");
    if (framed && english && sentences.size() == 1) {
      Idea known = Idea.of(idea);
      List<Beat> tale = known.tale(counts.clamped(counts.usual()));
      if (tale.stream().allMatch(it -> Passages.seconds(it.words()) <= LONGEST_SCENE)) {
        return new Story(title(known.whole()), tale);
      }
    }
    return told(sentences, english, counts);
  }

  private static Story scripted(Script script, Counts counts) {
    Beat first = script.beats().getFirst();
    String place = first.place().replaceFirst("^interior: ", "");
    String named =
        Stream.of(script.title(), place, first.picture(), first.words())
            .filter(it -> !it.isBlank())
            .findFirst()
            .orElse(first.place());
    return new Story(title(named), asMany(script.beats(), counts.clamped(script.beats().size())));
  }

  private static Story told(List<String> sentences, boolean english, Counts counts) {
    List<Beat> beats = new ArrayList<>();
    Set<String> before = new HashSet<>();
    for (String sentence : sentences) {
      Beat told = Beat.told(sentence);
      if (english && beats.isEmpty() && Idea.asks(sentence)) {
        told = Idea.of(sentence).beginning();
      }
      if (before.add(sentence.toLowerCase(Locale.ROOT))) {
        beats.add(told);
      }
    }
    String first = sentences.getFirst();
    return new Story(
        title(english ? Idea.of(first).whole() : first),
        asMany(beats, counts.clamped(counts.hurried(beats) ? counts.usual() : beats.size())));
  }

  private static String title(String text) {
    String plain = text.replaceAll("\\s+", " ").replaceAll("[.!?…。！？।؟\\s]+$", "");
    String title = Passages.shortened(plain.isEmpty() ? text.strip() : plain, TITLE);
    int first = title.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + title.substring(Character.charCount(first));
  }

  private static List<Beat> asMany(List<Beat> beats, int count) {
    List<Beat> scenes = new ArrayList<>();
    for (int at = 0; at < beats.size(); at++) {
      // of very many, neighbours are taken together before any is weighed
      boolean joins = (long) at * MOST_BEATS / beats.size() < scenes.size();
      Beat beat = beats.get(at);
      scenes.add(joins ? scenes.removeLast().with(beat) : beat);
    }
    while (scenes.size() > count) {
      merge(scenes);
    }
    while (scenes.size() < count && split(scenes)) {
      // the next longest
    }
    return filled(scenes, count);
  }

  /// Joins the two neighbours that lose least.
  private static void merge(List<Beat> scenes) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at + 1 < scenes.size(); at++) {
      Beat beat = scenes.get(at);
      Beat next = scenes.get(at + 1);
      boolean sameSpeaker =
          beat.words().isEmpty() || next.words().isEmpty() || beat.speaker().equals(next.speaker());
      double cost =
          Passages.seconds(beat.words())
              + Passages.seconds(next.words())
              + (beat.place().equals(next.place()) ? 0 : 60)
              + (sameSpeaker ? 0 : 10);
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    scenes.set(best, scenes.get(best).with(scenes.remove(best + 1)));
  }

  /// Makes two scenes of the one with most to tell.
  private static boolean split(List<Beat> scenes) {
    int longest = -1;
    for (int at = 0; at < scenes.size(); at++) {
      Beat beat = scenes.get(at);
      boolean longer = longest < 0 || beat.words().length() > scenes.get(longest).words().length();
      if (!beat.dialogue() && longer && Passages.halves(beat.words()).isPresent()) {
        longest = at;
      }
    }
    if (longest < 0) {
      return false;
    }
    Beat beat = scenes.get(longest);
    List<String> halves = Passages.halves(beat.words()).orElseThrow();
    scenes.set(longest, beat.beginning(halves.getFirst()));
    scenes.add(longest + 1, beat.ending(halves.getLast()));
    return true;
  }

  /// Lets pictures stay in silence, the last one first, but not within a sentence. Nobody speaks
  /// before it was seen where.
  private static List<Beat> filled(List<Beat> beats, int count) {
    List<Beat> scenes = new ArrayList<>();
    if (beats.size() < count && beats.getFirst().dialogue()) {
      scenes.add(beats.getFirst().silent());
    }
    int more = count - beats.size() - scenes.size();
    int added = 0;
    for (int at = 0; at < beats.size(); at++) {
      scenes.add(beats.get(at));
      while (added < (at + 1) * more / beats.size() && !beats.get(at).goesOn()) {
        scenes.add(beats.get(at).silent());
        added++;
      }
    }
    return scenes;
  }

  /// How many scenes a film may have.
  ///
  /// @param fewest where the words of a story need the time of more
  /// @param usual where nothing speaks for more or fewer
  /// @param seconds of the film
  private record Counts(int fewest, int least, int most, int usual, int seconds) {
    static Counts of(StoryboardPrompt prompt) {
      if (prompt.scenes().isPresent()) {
        int wanted = Math.clamp(prompt.scenes().getAsInt(), 1, MOST);
        return new Counts(wanted, wanted, wanted, wanted, prompt.seconds());
      }
      int seconds = Math.max(1, prompt.seconds());
      double longest = Math.min(LONGEST_SCENE, prompt.shots().getLast());
      double shortest = Math.max(SHORTEST_SCENE, prompt.shots().getFirst());
      int least = (int) Math.clamp(Math.ceil(seconds / Math.max(longest, shortest)), 1, MOST);
      int most = (int) Math.clamp(Math.floor(seconds / shortest), least, MOST);
      int usual = (int) Math.round(seconds / SECONDS_A_SCENE);
      return new Counts(least, Math.clamp(FEWEST, least, most), most, usual, seconds);
    }

    Counts atMost(int count) {
      return new Counts(fewest, Math.min(least, count), Math.min(most, count), usual, seconds);
    }

    /// Whether there is more to tell than there is time; short scenes would cut every sentence.
    boolean hurried(List<Beat> beats) {
      return beats.stream().mapToDouble(beat -> Passages.seconds(beat.words())).sum() > seconds;
    }

    int clamped(int count) {
      return Math.clamp(count, least, most);
    }
  }
}
