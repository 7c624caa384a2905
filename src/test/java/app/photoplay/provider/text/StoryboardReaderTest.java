package app.photoplay.provider.text;

import static app.photoplay.provider.text.Boards.answer;
import static app.photoplay.provider.text.Boards.faults;
import static app.photoplay.provider.text.Boards.good;
import static app.photoplay.provider.text.Boards.ofScenes;
import static app.photoplay.provider.text.Boards.prompt;
import static app.photoplay.provider.text.Boards.styled;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardReaderTest {
  private static final String GOOD = answer("", "");
  private static final StoryboardPrompt PROMPT = prompt(12);

  @Test
  void takesAProperAnswerAsItIs() {
    Storyboard board = good(GOOD, PROMPT);

    assertThat(board.title()).isEqualTo("The storm");
    assertThat(board.style()).isEqualTo("oil");
    assertThat(board.language()).isEqualTo("en");
    assertThat(board.cast()).containsExactly(new Role("Anna", "a tall keeper"));
    assertThat(board.scenes())
        .containsExactly(
            new Scene(
                6,
                "a lighthouse",
                "",
                "waves roll",
                ShotSize.WIDE,
                CameraMove.PUSH_IN,
                "",
                "It begins.",
                Transition.CROSSFADE),
            new Scene(
                6,
                "a keeper",
                "",
                "she turns",
                ShotSize.MEDIUM,
                CameraMove.STATIC_SHOT,
                "Anna",
                "Hello.",
                Transition.CUT));
  }

  @Test
  void looksForTheJsonWhereverItStands() {
    Storyboard board = good(GOOD, PROMPT);

    assertThat(
            List.of(
                "Here is {the} [board]:\n```json\n" + GOOD + "```\nHave fun {}!",
                "{\"storyboard\":" + GOOD + "}",
                "{\"result\":{\"film\":" + GOOD + "}}",
                "[" + GOOD + "]",
                "\uFEFF" + GOOD + "{\"scenes\":[]}"))
        .allSatisfy(it -> assertThat(good(it, PROMPT)).isEqualTo(board));
  }

  @Test
  void readsJsonThatIsNotQuiteJson() {
    Storyboard board = good(GOOD, PROMPT);

    assertThat(
            List.of(
                GOOD.replace('"', '\''),
                GOOD.replace("}]", "},]"),
                GOOD.replace("\"seconds\"", "seconds"),
                GOOD.replace("\"title\"", "/* short */ \"title\""),
                GOOD.replace("a lighthouse", "a\nlight\u0007house").replace("light house", "")))
        .allSatisfy(it -> assertThat(good(it, PROMPT).scenes()).hasSameSizeAs(board.scenes()));
  }

  @Test
  void addsMissingBracketsAtTheEndButNothingElse() {
    String end = GOOD.strip();

    assertThat(good(end.substring(0, end.length() - 2), PROMPT)).isEqualTo(good(GOOD, PROMPT));
    assertThat(faults(GOOD.substring(0, GOOD.indexOf("Hello") + 3), PROMPT))
        .containsExactly("The answer breaks off before its JSON is complete: write less.");
    assertThat(faults(GOOD.substring(0, GOOD.indexOf("\"crossfade\"") + 12), PROMPT))
        .singleElement()
        .asString()
        .startsWith("The scenes last 6 seconds together; they must last 11 to 13 seconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"6", "\"6\"", "\"6s\"", "\"6 seconds\"", "\"0:06\"", "6.4", "[6]", "null"})
  void readsLengthsHoweverTheyAreWritten(String written) {
    assertThat(good(answer("seconds", written), PROMPT).scenes().getLast().seconds()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-6", "0", "1e300", "NaN", "true", "\"six\"", "{}", "99999"})
  void refusesLengthsThatNoSceneCanHave(String written) {
    assertThat(faults(answer("seconds", written), PROMPT))
        .singleElement()
        .asString()
        .startsWith("Scene 2 has no possible length");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camera|\"dolly in\"|PUSH_IN",
        "camera|\"Slow PAN_LEFT over the bay\"|PAN_LEFT",
        "camera|\"handheld\"|SHAKE",
        "camera|null|STATIC_SHOT"
      })
  void knowsOtherNamesOfCameraMoves(String field, String written, CameraMove move) {
    assertThat(good(answer(field, written), PROMPT).scenes().getLast().camera()).isEqualTo(move);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Close up\"|CLOSE_UP",
        "\"extreme close-up shot\"|CLOSE_UP",
        "\"Establishing shot\"|EXTREME_WIDE",
        "\"full\"|WIDE",
        "null|MEDIUM"
      })
  void knowsOtherNamesOfShotSizes(String written, ShotSize size) {
    assertThat(good(answer("shot", written), PROMPT).scenes().getLast().shot()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Fade\"|CROSSFADE",
        "\"fade to black\"|DIP",
        "\"MATCH_CUT\"|CONTINUE",
        "\"jump cut\"|CUT",
        "null|CUT"
      })
  void knowsOtherNamesOfTransitions(String written, Transition transition) {
    assertThat(good(answer("next", written), PROMPT).scenes().getLast().next())
        .isEqualTo(transition);
  }

  @Test
  void saysWhatIsPossibleWhereATermIsUnknown() {
    assertThat(faults(answer("next", "\"star wipe\""), PROMPT))
        .containsExactly(
            "Scene 2 has an unknown next \"star wipe\"; possible: cut, crossfade, dip, continue.");
  }

  @Test
  void knowsOtherNamesOfFields() {
    String other =
        GOOD.replace("\"picture\"", "\"image_prompt\"")
            .replace("\"seconds\"", "\"durationSeconds\"")
            .replace("\"camera\"", "\"Camera Move\"")
            .replace("\"words\"", "\"narration\"")
            .replace("\"next\"", "\"transition\"")
            .replace("\"cast\"", "\"characters\"");

    assertThat(good(other, PROMPT)).isEqualTo(good(GOOD, PROMPT));
  }

  @Test
  void takesScenesThatAreNumberedOrWrittenAsText() {
    String list = GOOD.substring(GOOD.indexOf("[\n{"), GOOD.lastIndexOf('}'));
    String numbered =
        list.replaceFirst("\\[\n\\{", "{\"scene1\":{")
            .replace("},\n{", "},\"scene2\":{")
            .replace("}]", "}}");
    String text = "\"" + list.replace("\"", "\\\"").replace("\n", "\\n") + "\"";

    assertThat(good(GOOD.replace(list, numbered), PROMPT)).isEqualTo(good(GOOD, PROMPT));
    assertThat(good(GOOD.replace(list, text), PROMPT)).isEqualTo(good(GOOD, PROMPT));
  }

  @Test
  void takesAwayMarkupAndWhatNobodySees() {
    String answer =
        answer(
            "picture",
            "\"<b>a</b> &amp;lt;i&amp;gt;kee\u202Eper <script>steal()</script>\\u0000 **by**\\nthe"
                + " &quot;sea&quot;\"");

    assertThat(good(answer, PROMPT).scenes().getLast().picture())
        .isEqualTo("a keeper by the \"sea\"");
  }

  @Test
  void refusesTextsThatAreTooLong() {
    assertThat(faults(answer("picture", "\"" + "x".repeat(601) + "\""), PROMPT))
        .containsExactly("Scene 2 has a picture of more than 600 characters.");
    assertThat(faults(GOOD.replace("The storm", "The storm ".repeat(20)), PROMPT))
        .containsExactly("The title is longer than 80 characters.");
    assertThat(faults(GOOD.replace("oil", "oil ".repeat(200)), PROMPT))
        .containsExactly("The style is longer than 300 characters.");
  }

  @Test
  void tellsTheSceneThatIsEmpty() {
    assertThat(faults(GOOD.replace("},\n{", "},{},null,{"), PROMPT))
        .contains(
            "Scene 2 has no picture.", "Scene 3 is not a JSON object.", "Scene 3 has no picture.");
    assertThat(faults("{\"title\":\"x\",\"scenes\":[]}", PROMPT))
        .containsExactly("The JSON has no list of scenes.");
  }

  @Test
  void takesTheTitleOfTheIdeaWhereThereIsNone() {
    assertThat(good(GOOD.replace("\"The storm\"", "null"), PROMPT).title())
        .isEqualTo("A keeper befriends a storm");
  }

  @Test
  void keepsTheStyleThatPeopleChose() {
    assertThat(good(GOOD, styled("Watercolour")).style()).isEqualTo("Watercolour, oil");
    assertThat(good(GOOD.replace("oil", "soft watercolour"), styled("Watercolour")).style())
        .isEqualTo("soft watercolour");
  }

  @Test
  void keepsTheGivenCastAndAddsToIt() {
    StoryboardPrompt prompt = prompt(12, new Role("ANNA", "my aunt"), new Role("Rex", "a dog"));
    Storyboard board =
        good(GOOD.replace("a tall keeper\"}", "a robot\"},{\"name\":\"Max\"}"), prompt);

    assertThat(board.cast())
        .containsExactly(
            new Role("ANNA", "my aunt"), new Role("Rex", "a dog"), new Role("Max", ""));
    assertThat(board.scenes().getLast().speaker()).isEqualTo("ANNA");
  }

  @Test
  void letsOnlyTheCastSpeak() {
    assertThat(faults(answer("speaker", "\"Ben\""), PROMPT))
        .containsExactly("Scene 2 has the speaker \"Ben\", who is not of the cast (Anna).");
    assertThat(good(answer("speaker", "\"Narrator\""), PROMPT).scenes().getLast().speaker())
        .isEmpty();
  }

  @Test
  void takesTheSpeakerFromInFrontOfTheWords() {
    String words = answer("words", "\"ANNA: Hello.\"").replace("\"speaker\":\"Anna\",", "");
    String object = answer("words", "{\"speaker\":\"anna\", \"line\":\"Hello.\"}");

    assertThat(good(words, PROMPT)).isEqualTo(good(GOOD, PROMPT));
    assertThat(good(object, PROMPT)).isEqualTo(good(GOOD, PROMPT));
  }

  @Test
  void snapsLengthsToWhatCanBeFilmedAndKeepsTheSumNear() {
    assertThat(good(lasting(5, 5, 5, 5), prompt(20)).seconds()).isBetween(18, 22);
    assertThat(seconds(good(lasting(3, 7, 9), prompt(20)))).containsExactly(4, 6, 8);
    assertThat(seconds(good(lasting(6, 6, 6), prompt(24)))).containsExactly(8, 8, 6);
    assertThat(seconds(good(lasting(4, 8, 6, 6), prompt(24)))).containsExactly(4, 8, 6, 6);
  }

  @Test
  void saysHowLongTheFilmIsAndShouldBe() {
    assertThat(faults(lasting(8, 8, 8, 8, 8, 8), prompt(24)))
        .containsExactly(
            "The scenes last 48 seconds together; they must last 22 to 26 seconds, each one of"
                + " [4, 6, 8].");
    assertThat(faults(lasting(1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2), prompt(24)))
        .containsExactly(
            "12 scenes cannot fill the film; they must last 22 to 26 seconds, each one of [4, 6,"
                + " 8].");
  }

  @Test
  void wantsAsManyScenesAsPeopleDo() {
    assertThat(good(lasting(6, 6), ofScenes(12, 2)).scenes()).hasSize(2);
    assertThat(faults(lasting(6, 6), ofScenes(12, 3)))
        .containsExactly("There are 2 scenes; there must be 3.");
  }

  @Test
  void lengthensASceneForItsWordsWhereTheFilmAllowsIt() {
    String words = "\"" + "one two three four five ".repeat(4).strip() + "\"";

    assertThat(seconds(good(answer("words", words), PROMPT))).containsExactly(4, 8);
    assertThat(faults(answer("words", words.replace("five", "five and six")), PROMPT))
        .containsExactly(
            "The words of scene 2 take about 12 seconds, but it lasts 6: at most 15 words.");
  }

  @Test
  void measuresScriptsWithoutSpacesByTheirCharacters() {
    assertThat(faults(answer("words", "\"" + "风雨".repeat(25) + "\""), PROMPT))
        .containsExactly(
            "The words of scene 2 take about 10 seconds, but it lasts 6: at most 30 characters.");
    assertThat(SpokenTime.seconds("สวัสดีครับผม")).isBetween(0.5, 2.0);
    assertThat(SpokenTime.seconds("It is five o'clock.")).isBetween(1.5, 1.7);
  }

  @Test
  void doesNotLetAnAnswerChangeLanguageOrLimits() {
    String answer =
        GOOD.replace(
            "\"title\"",
            "\"language\":\"xx\",\"shots\":5,\"limits\":{\"scenes\":900},\"writer\":\""
                + "w".repeat(90)
                + "\",\"title\"");

    assertThat(good(answer, PROMPT).language()).isEqualTo("en");
    assertThat(good(answer, PROMPT).writer()).hasSize(60);
    assertThat(good(answer, PROMPT).scenes()).isEqualTo(good(GOOD, PROMPT).scenes());
    assertThat(good(GOOD.replace("\"seconds\"", "\"take\":9,\"frame\":\"ab\",\"seconds\""), PROMPT))
        .isEqualTo(good(GOOD, PROMPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "I cannot do that.", "null", "[]", "{}", "\u0000"})
  void saysOfWhatIsNoStoryboardThatItIsNone(String answer) {
    assertThat(faults(answer, PROMPT)).hasSize(1);
  }

  private static List<Integer> seconds(Storyboard board) {
    return board.scenes().stream().map(Scene::seconds).toList();
  }

  private static String lasting(Integer... seconds) {
    return "{\"title\":\"x\",\"scenes\":"
        + Stream.of(seconds)
            .map(it -> "{\"seconds\":" + it + ",\"picture\":\"a storm\"}")
            .collect(Collectors.joining(",", "[", "]}"));
  }
}
