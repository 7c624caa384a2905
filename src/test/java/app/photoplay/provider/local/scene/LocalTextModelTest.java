package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.provider.text.Storyboard;
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
        "The king is dead. Long live the king!|It begins when the king is dead.|Then something"
            + " changes for the king.|And that is how the king is dead.",
        "I walk home in the rain|It begins when I walk home in the rain.|Then something changes for"
            + " our hero.|And that is how I walk home in the rain.",
        "Paris in the rain!|It begins with Paris in the rain.|Then something changes for Paris.|And"
            + " that was the story of Paris in the rain."
      })
  void tellsBeginningMiddleAndEndInTheIdeasOwnWords(
      String idea, String first, String second, String last) {
    Storyboard plan = ok(prompt(idea, 15, "en", OptionalInt.of(3)));

    assertThat(plan.scenes())
        .extracting(Storyboard.Scene::words)
        .containsExactly(first, second, last);
  }

  @Test
  void opensWideEndsWideAndNeverRepeatsAMove() {
    Storyboard plan = planned("a fox in the forest", 60);

    assertThat(plan.scenes().getFirst().shot()).isEqualTo(ShotSize.EXTREME_WIDE);
    assertThat(plan.scenes().getLast().camera()).isEqualTo(CameraMove.PULL_OUT);
    for (int i = 1; i < plan.scenes().size(); i++) {
      assertThat(plan.scenes().get(i).camera()).isNotEqualTo(plan.scenes().get(i - 1).camera());
    }
  }

  @Test
  void letsADayPassUnlessTheIdeaNamesAnHour() {
    assertThat(planned("a fox", 30).scenes().getFirst().picture()).isEqualTo("a fox, dawn");
    assertThat(planned("a fox", 30).scenes().getLast().picture()).isEqualTo("a fox, night");
    assertThat(planned("a fox at noon", 30).scenes())
        .allSatisfy(it -> assertThat(it.picture()).isEqualTo("a fox at noon"));
  }

  @Test
  void refusesWhatItCannotPlan() {
    assertThat(answer(prompt(" … ", 30, "en", OptionalInt.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.NO_WORDS));
    assertThat(answer(prompt("雨夜里的竹林", 30, "en", OptionalInt.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.UNSPEAKABLE));
    assertThat(answer(prompt("Ein Hund sucht seinen Ball", 30, "en", OptionalInt.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.UNSPEAKABLE));
    assertThat(answer(prompt("ein Fuchs", 30, "de", OptionalInt.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.UNSPEAKABLE));
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

  private static Result<String> answer(StoryboardPrompt prompt) {
    return new LocalTextModel().make(prompt, _ -> {});
  }
}
