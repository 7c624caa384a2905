package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.text.StoryboardReader.Reading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever people write becomes a film of the length that they asked for, or is said to have no
/// words.
class AnyIdeaTest {
  private static final List<String> PIECES =
      List.of(
          "a fox",
          "The sea is calm. ",
          "INT. KITCHEN - NIGHT\n",
          "EXT. \n",
          "ANNA\n",
          "ANNA: ",
          "Ben: Hi!\n",
          "(V.O.)",
          "\n\n",
          "\n",
          "FADE OUT.\n",
          "SCENE 2\n",
          "Title: ",
          "!!!!",
          "...",
          "“What?”",
          "<b>",
          "</b>",
          "<script>",
          "&lt;i&gt;",
          "\u202E",
          "\u0000",
          "\uD83D",
          "🦊",
          "，",
          "狐狸在森林里。",
          "ثعلب في الغابة. ",
          "Ein Fuchs läuft, und läuft. ",
          "สุนัขจิ้งจอก ",
          "9 ",
          "night ",
          "-",
          ":",
          "：",
          "Dr. ",
          "Make a film about ",
          "{\"scenes\":[]}",
          "x".repeat(90),
          "word ".repeat(80),
          "a, ".repeat(40));

  @Test
  @Timeout(60)
  void becomesAFilmOfTheLengthThatWasAskedFor() {
    for (int seed = 0; seed < 600; seed++) {
      StoryboardPrompt prompt = prompt(new Random(seed));

      switch (new LocalTextModel().make(prompt, _ -> {})) {
        case Result.Ready<String>(String answer) ->
            assertThat(StoryboardReader.read(answer, prompt))
                .as("seed " + seed + ": " + answer)
                .isInstanceOf(Reading.Good.class);
        case Result<String> other -> {
          assertThat(other).isEqualTo(new Result.Refused<>(Failure.Code.NO_WORDS));
          assertThat(prompt.idea()).doesNotContain("fox", "sea", "狐", "Fuchs", "word");
        }
      }
    }
  }

  /// As much as people may write, in as many pieces as it can have.
  @ParameterizedTest
  @ValueSource(
      strings = {"Oh. ", "A. ", "Anna: Oh.\n", "INT. BAR\n", "ANNA (V.O.): Oh.\n", "Oh, ", "狐。"})
  @Timeout(10)
  void isPlannedSoonHoweverManyPiecesItHas(String piece) {
    StoryboardPrompt prompt =
        new StoryboardPrompt(
            piece.repeat(12_000 / piece.length()),
            120,
            "en",
            OptionalInt.empty(),
            "",
            List.of(new Role("Anna", "")),
            List.of(4, 6, 8),
            Optional.empty());

    Result<String> result = new LocalTextModel().make(prompt, _ -> {});

    assertThat(StoryboardReader.read(((Result.Ready<String>) result).value(), prompt))
        .isInstanceOf(Reading.Good.class);
  }

  private static StoryboardPrompt prompt(Random random) {
    String idea =
        Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
            .limit(1 + random.nextInt(random.nextInt(40) + 1))
            .collect(Collectors.joining());
    return new StoryboardPrompt(
        idea,
        10 + random.nextInt(111),
        List.of("en", "de", "zh", "ar", "th").get(random.nextInt(5)),
        OptionalInt.empty(),
        random.nextBoolean() ? "" : "old <b>film</b>, ".repeat(random.nextInt(40)),
        random.nextBoolean() ? List.of() : List.of(new Role("Anna", "tall ".repeat(90))),
        List.of(List.of(4, 6, 8), List.of(5, 10), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
            .get(random.nextInt(3)),
        Optional.empty());
  }
}
