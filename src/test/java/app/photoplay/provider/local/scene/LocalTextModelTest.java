package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.text.StoryboardReader.Reading;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTextModelTest {
  private static final String SCRIPT =
      """
      INT. KITCHEN - NIGHT

      Anna stirs the soup. Rain beats at the window.

      ANNA
      (softly)
      You are late.

      BEN: I missed the bus.

      CUT TO:

      EXT. HARBOUR - DAWN

      A boat leaves.

      ANNA (V.O.)
      And so he was gone.

      FADE OUT.
      """;

  @Test
  void saysThatItIsATemplate() {
    assertThat(planned("a fox", 30).writer()).isEqualTo(Storyboard.TEMPLATE);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 17, 30, 61, 120})
  void fillsTheLengthExactly(int seconds) {
    Storyboard plan = planned("a lighthouse keeper finds a bottle", seconds);

    assertThat(plan.seconds()).isEqualTo(seconds);
    assertThat(plan.scenes()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(plan.scenes()).allSatisfy(it -> assertThat(it.seconds()).isBetween(3, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A fox learns to fly.|It begins when a fox learns to fly.|Then something changes for the"
            + " fox.|And that is how a fox learns to fly.",
        "My grandmother's garden at night|It begins with my grandmother's garden at night.|Then"
            + " something changes for my grandmother's garden.|And that was the story of my"
            + " grandmother's garden at night.",
        "Make a film about two friends who find a map|It begins with two friends who find a map.|"
            + "Then something changes for the two friends.|And that was the story of two friends"
            + " who find a map.",
        "A lighthouse keeper befriends a storm|It begins when a lighthouse keeper befriends a"
            + " storm.|Then something changes for the lighthouse keeper.|And that is how a"
            + " lighthouse keeper befriends a storm.",
        "I walk home in the rain|It begins when I walk home in the rain.|Then something changes for"
            + " our hero.|And that is how I walk home in the rain.",
        "Paris in the rain!|It begins with Paris in the rain.|Then something changes for Paris.|And"
            + " that was the story of Paris in the rain."
      })
  void tellsBeginningMiddleAndEndInTheIdeasOwnWords(
      String idea, String first, String second, String last) {
    assertThat(words(ok(prompt(idea, 15, "en", OptionalInt.of(3)))))
        .containsExactly(first, second, last);
  }

  @Test
  void tellsSeveralSentencesInTheirOrderAndAddsNone() {
    Storyboard plan =
        planned(
            "A fox finds an old map. It leads her over the mountains to the sea, where a little"
                + " boat is waiting.",
            28);

    assertThat(words(plan))
        .containsExactly(
            "A fox finds an old map.",
            "It leads her over the mountains to the sea,",
            "where a little boat is waiting.",
            "");
    assertThat(plan.title()).isEqualTo("A fox finds an old map");
  }

  @Test
  void takesARequestForWhatItAsksAndATitleForNoSentence() {
    Storyboard plan =
        planned("Make a film about a dog. He loses his ball. Dr. Smith finds it at dusk!", 18);

    assertThat(words(plan))
        .containsExactly(
            "It begins with a dog.", "He loses his ball.", "Dr. Smith finds it at dusk!");
    assertThat(plan.title()).isEqualTo("A dog");
  }

  @Test
  void showsTheSameHeroAndPlaceInEachScene() {
    Storyboard plan = planned("A dog lives by the river. He loses his ball. He finds it.", 18);

    assertThat(plan.scenes())
        .extracting(Scene::picture)
        .containsExactly(
            "A dog lives by the river, dawn, clear",
            "He loses his ball, dog, river, day, cloudy",
            "He finds it, dog, river, night, clear");
  }

  @Test
  void goesWhereTheStoryGoes() {
    List<Scene> scenes =
        planned("A horse runs in a meadow at noon. It swims in a lake. It rests there.", 18)
            .scenes();

    assertThat(scenes.get(1).picture()).isEqualTo("It swims in a lake, horse, noon, cloudy");
    assertThat(scenes.get(2).picture()).isEqualTo("It rests there, horse, lake, noon, clear");
    assertThat(scenes.get(0).next()).isEqualTo(Transition.DIP);
    assertThat(scenes.get(1).next()).isEqualTo(Transition.CROSSFADE);
  }

  @Test
  void filmsAScriptSceneByScene() {
    StoryboardPrompt prompt = filmed(SCRIPT, 24, "en", new Role("Anna", "a tall woman"));
    List<Scene> scenes = ok(prompt).scenes();

    assertThat(scenes)
        .extracting(it -> it.picture() + " | " + it.speaker() + ": " + it.words())
        .containsExactly(
            "interior: kitchen, night, Anna stirs the soup. Rain beats at the window, person | Anna:"
                + " You are late.",
            "interior: kitchen, night, Ben, person | : I missed the bus.",
            "harbour, dawn, A boat leaves | : And so he was gone.");
    assertThat(scenes)
        .extracting(Scene::next)
        .containsExactly(Transition.CUT, Transition.DIP, Transition.CUT);
  }

  @Test
  void tellsWhatIsSeenInAScriptWithoutALine() {
    Storyboard plan =
        planned("Title: Low tide\nEXT. BEACH - DAY\nA crab walks.\nEXT. SEA - DUSK\nIt swims.", 12);

    assertThat(plan.title()).isEqualTo("Low tide");
    assertThat(words(plan)).startsWith("A crab walks.", "It swims.");
  }

  @Test
  void takesAConversationForAScript() {
    StoryboardPrompt prompt =
        filmed("Anna: Where is it?\nBen: In the forest.", 12, "en", new Role("BEN", ""));

    assertThat(ok(prompt).scenes())
        .extracting(it -> it.speaker() + ": " + it.words())
        .containsExactly(": ", ": Where is it?", "BEN: In the forest.");
    assertThat(words(planned("A story of one thing: it ends.", 12)))
        .startsWith("It begins with one thing: it ends.");
  }

  @Test
  void takesOneLineOfTheCastForAScript() {
    String line = "ANNA: Hello, I am Anna.";

    assertThat(ok(filmed(line, 10, "en", new Role("Anna", ""))).scenes())
        .extracting(it -> it.speaker() + ": " + it.words())
        .contains("Anna: Hello, I am Anna.");
    assertThat(ok(filmed(line, 10, "en")).scenes()).allMatch(it -> it.speaker().isEmpty());
  }

  @Test
  void tellsIdeasOfOtherLanguagesInTheirOwnWordsAlone() {
    assertThat(
            words(
                ok(
                    filmed(
                        "Ein Fuchs will fliegen. Er baut sich Flügel aus Papier. Am Abend springt er"
                            + " vom Berg!",
                        18,
                        "de"))))
        .containsExactly(
            "Ein Fuchs will fliegen.",
            "Er baut sich Flügel aus Papier.",
            "Am Abend springt er vom Berg!");
    assertThat(words(ok(filmed("一只狐狸住在森林里。它想学会飞，于是问了所有的鸟。最后它飞过了大海。", 18, "zh"))))
        .containsExactly("一只狐狸住在森林里。", "它想学会飞，于是问了所有的鸟。", "最后它飞过了大海。");
    assertThat(words(ok(filmed("雨夜里的竹林", 12, "zh")))).containsExactly("雨夜里的竹林。", "", "");
    assertThat(words(ok(filmed("Ein Hund sucht seinen Ball", 12, "en"))))
        .containsExactly("Ein Hund sucht seinen Ball.", "", "");
  }

  /// As long as a person might paste.
  @Test
  void tellsOfAVeryLongIdeaAsMuchAsThereIsTimeFor() {
    String idea =
        IntStream.range(0, 400)
            .mapToObj(i -> "The robot walks past house " + i + ", and on it goes. ")
            .reduce("", String::concat);

    Storyboard plan = planned(idea, 30);

    assertThat(words(plan).getFirst()).startsWith("The robot walks past house 0, and on it goes.");
    assertThat(words(plan)).doesNotHaveDuplicates();
    assertThat(plan.scenes())
        .allSatisfy(
            it -> assertThat(Passages.seconds(it.words())).isLessThanOrEqualTo(it.seconds()));
    assertThat(planned("word ".repeat(3000), 30).title()).endsWith("word…");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 110})
  void saysNoSentenceTwice(int seconds) {
    assertThat(words(planned("a fox in the forest", seconds)).stream().filter(it -> !it.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Test
  void opensWideEndsWideAndNeverRepeatsAMove() {
    Storyboard plan = planned("a fox in the forest", 60);

    assertThat(plan.scenes().getFirst().shot()).isEqualTo(ShotSize.EXTREME_WIDE);
    assertThat(plan.scenes().getLast().shot()).isEqualTo(ShotSize.EXTREME_WIDE);
    assertThat(plan.scenes().getLast().camera()).isEqualTo(CameraMove.PULL_OUT);
    for (int i = 1; i < plan.scenes().size(); i++) {
      assertThat(plan.scenes().get(i).camera()).isNotEqualTo(plan.scenes().get(i - 1).camera());
    }
  }

  @Test
  void letsADayPassUnlessTheIdeaNamesAnHour() {
    assertThat(planned("a fox", 30).scenes().getFirst().picture()).isEqualTo("a fox, dawn, clear");
    assertThat(planned("a fox", 30).scenes().getLast().picture()).isEqualTo("a fox, night, clear");
    assertThat(planned("a rainy noon", 30).scenes())
        .allSatisfy(it -> assertThat(it.picture()).isEqualTo("a rainy noon"));
  }

  /// Few models film any length.
  @ParameterizedTest
  @ValueSource(strings = {"a fox", "A fox runs. It rests.", "雨夜里的竹林", SCRIPT})
  void makesOnlyScenesThatCanBeFilmed(String idea) {
    for (List<Integer> shots : List.of(List.of(4, 6, 8), List.of(5, 10), List.of(6))) {
      for (int seconds : List.of(12, 24, 30, 60)) {
        StoryboardPrompt prompt =
            new StoryboardPrompt(
                idea,
                seconds,
                "en",
                OptionalInt.empty(),
                "anime",
                List.of(),
                shots,
                Optional.empty());

        Storyboard plan = ok(prompt);

        assertThat(plan.scenes()).allSatisfy(it -> assertThat(shots).contains(it.seconds()));
        assertThat(StoryboardReader.write(plan))
            .as("nothing was left to mend")
            .isEqualTo(((Result.Ready<String>) answer(prompt)).value());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" … ", "🚀", "42", ""})
  void refusesAnIdeaWithoutLetters(String idea) {
    assertThat(answer(prompt(idea, 30, "en", OptionalInt.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.NO_WORDS));
  }

  private static List<String> words(Storyboard plan) {
    return plan.scenes().stream().map(Scene::words).toList();
  }

  private static Storyboard planned(String idea, int seconds) {
    return ok(prompt(idea, seconds, "en-GB", OptionalInt.empty()));
  }

  private static Storyboard ok(StoryboardPrompt prompt) {
    String answer = ((Result.Ready<String>) answer(prompt)).value();
    return ((Reading.Good) StoryboardReader.read(answer, prompt)).board();
  }

  private static StoryboardPrompt prompt(
      String idea, int seconds, String language, OptionalInt scenes) {
    List<Integer> shots = IntStream.rangeClosed(1, 20).boxed().toList();
    return new StoryboardPrompt(
        idea, seconds, language, scenes, "", List.of(), shots, Optional.empty());
  }

  private static StoryboardPrompt filmed(String idea, int seconds, String language, Role... cast) {
    List<Integer> shots = IntStream.rangeClosed(1, 20).boxed().toList();
    return new StoryboardPrompt(
        idea, seconds, language, OptionalInt.empty(), "", List.of(cast), shots, Optional.empty());
  }

  private static Result<String> answer(StoryboardPrompt prompt) {
    return new LocalTextModel().make(prompt, _ -> {});
  }
}
