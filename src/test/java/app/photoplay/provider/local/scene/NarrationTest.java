package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.Result;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrationTest {
  private static final Pattern ENDED = Pattern.compile("[.!?。！？।؟][\"”»]?$");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15|It begins when a fox learns to fly. Then something changes for the fox. And that is how"
            + " a fox learns to fly.",
        "10|A fox learns to fly. Then something changes for the fox. And so it ends.",
        "9|A fox learns to fly. Then something changes. And so it ends.",
        "6|A fox learns to fly. And so it ends."
      })
  void saysAnIdeaInFewerWordsWhereThereIsLessTime(int seconds, String narration) {
    assertThat(narration(planned("A fox learns to fly", seconds, "en"))).isEqualTo(narration);
  }

  @Test
  void takesFewerScenesRatherThanLeavingTheBeginningOut() {
    Storyboard plan =
        planned("A lonely robot finds a flower in the ruins of an old city", 10, "en");

    assertThat(narration(plan))
        .startsWith("A lonely robot finds a flower in the ruins of an old city.");
    assertThat(plan.scenes()).hasSize(2);
  }

  @Test
  void leavesOutWhatASentenceSaysBesides() {
    Storyboard plan =
        planned(
            "A fox finds an old map that leads her far over the mountains and through a dark forest"
                + " to the sea where a small boat waits for her.",
            10,
            "en");

    assertThat(narration(plan)).isEqualTo("A fox finds an old map.");
  }

  @Test
  void knowsSentencesThatBeginWithSmallLetters() {
    assertThat(planned("a man runs. he falls. he stands up.", 18, "en").scenes())
        .extracting(Scene::words)
        .startsWith("a man runs.", "he falls.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When the sun goes down, the owl wakes up and counts every star there is in the sky.",
        "The man who knows where the treasure of the old king lies tells nobody about it at all.",
        "In the dark, where nobody ever goes, the last lamp of the whole town is still burning."
      })
  void isSilentRatherThanSayingHalfASentence(String sentence) {
    assertThat(Idea.withoutAfterthought(sentence)).isEmpty();
    assertThat(narration(planned(sentence, 6, "en"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a fox",
        "A lighthouse keeper befriends a storm",
        "Make a film about two friends who find a map",
        "My grandmother's garden at night",
        "A lonely robot finds a flower in the ruins of an old city and decides to keep it alive",
        "A fox finds an old map. It leads her over the mountains to the sea, where a boat waits.",
        "Once upon a time, a tailor had three sons; the youngest went away, and he came back rich!",
        "Paris in the rain: a love story",
        "A dog – he is old – walks to the river, and there he waits for the boy who never comes",
        "Will the snail win the race? Everybody laughs, but the hare sleeps too long in the sun.",
        "INT. KITCHEN - NIGHT\nAnna stirs.\nANNA\nYou are late.\nBEN: I missed the bus, sorry",
        "a man runs. he falls. he stands up. he runs again. he wins. they all cheer. he goes home.",
        "She said \"I will never come back to this town as long as I live\" and took the last train"
      })
  void endsEachNarrationWithTheEndOfASentence(String idea) {
    endsWithSentences(idea, "en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|Ein Fuchs, der das Fliegen lernen will, fragt alle Vögel im Wald nach ihrem Geheimnis",
        "zh|一只狐狸住在森林里。它想学会飞，于是问了所有的鸟，最后它飞过了大海",
        "hi|एक लोमड़ी उड़ना सीखती है और पहाड़ों के ऊपर से समुद्र तक जाती है",
        "fr|Un renard apprend à voler, et toute la forêt le regarde avec de grands yeux"
      })
  void endsEachNarrationInOtherLanguagesToo(String language, String idea) {
    endsWithSentences(idea, language);
  }

  private static void endsWithSentences(String idea, String language) {
    for (int seconds = 6; seconds <= 60; seconds++) {
      Storyboard plan = planned(idea, seconds, language);
      List<String> words = plan.scenes().stream().map(Scene::words).toList();

      assertThat(narration(plan)).as("%d s", seconds).doesNotContain("…", "...");
      for (int i = 0; i < words.size(); i++) {
        boolean ends = words.get(i).isEmpty() || ENDED.matcher(words.get(i)).find();
        boolean goesOn = i + 1 < words.size() && !words.get(i + 1).isEmpty();
        assertThat(ends || goesOn).as("%d s, scene %d of %s", seconds, i + 1, words).isTrue();
        assertThat(Passages.seconds(words.get(i)))
            .isLessThanOrEqualTo(plan.scenes().get(i).seconds());
      }
    }
  }

  /// A film is narrated from ten seconds on, which is the shortest that people can have.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a fox",
        "A lighthouse keeper befriends a storm",
        "My grandmother's garden at night",
        "A lonely robot finds a flower in the ruins of an old city",
        "A lonely robot finds a flower in the ruins of an old city and decides to keep it alive",
        "A fox finds an old map. It leads her over the mountains to the sea, where a boat waits."
      })
  void saysHowItBeginsInEveryFilmThatPeopleCanHave(String idea) {
    List<Integer> silent = new ArrayList<>();
    for (int seconds = 10; seconds <= 60; seconds++) {
      if (planned(idea, seconds, "en").scenes().getFirst().words().isEmpty()) {
        silent.add(seconds);
      }
    }

    assertThat(silent).isEmpty();
  }

  private static String narration(Storyboard plan) {
    return String.join(" ", plan.scenes().stream().map(Scene::words).toList())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Storyboard planned(String idea, int seconds, String language) {
    List<Integer> shots = IntStream.rangeClosed(2, 20).boxed().toList();
    StoryboardPrompt prompt =
        new StoryboardPrompt(
            idea, seconds, language, OptionalInt.empty(), "", List.of(), shots, Optional.empty());
    String answer = ((Result.Ready<String>) new LocalTextModel().make(prompt, _ -> {})).value();
    return StoryboardReader.stored(answer);
  }
}
