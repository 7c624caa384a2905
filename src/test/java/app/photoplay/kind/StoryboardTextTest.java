package app.photoplay.kind;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.wording.Wording;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoryboardTextTest {
  private static final Wording WORDING = new Wording("en");

  @Test
  void numbersTheScenesAndSaysWhoSaysWhat() {
    Storyboard board =
        new Storyboard(
            Storyboard.TEMPLATE,
            "The keeper’s {storm}",
            "oil on canvas",
            "en",
            List.of(new Role("Anna", "a tall keeper"), new Role("Rex", "")),
            List.of(
                scene("a lighthouse by the sea", "", "It begins.", Transition.CROSSFADE),
                scene("Anna at the window", "Anna", "Hello, 'storm'!", Transition.DIP),
                new Scene(
                    1,
                    "the sea",
                    "a calm sea",
                    "the waves fall",
                    ShotSize.EXTREME_WIDE,
                    CameraMove.PULL_OUT,
                    "",
                    "",
                    Transition.CUT)));

    assertThat(StoryboardText.of(board, "en", WORDING))
        .isEqualTo(
            """
            “The keeper’s {storm}” – 3 scenes, 13 seconds
            No AI writer took part: this is a fixed pattern, filled with your own words.
            Style: oil on canvas
            Who is in it:
            • Anna: a tall keeper
            • Rex

            1. (6 seconds) a lighthouse by the sea
            Narrator: “It begins.”
            Camera: Medium shot · Push in
            Then it fades into the next scene

            2. (6 seconds) Anna at the window
            Anna: “Hello, 'storm'!”
            Camera: Medium shot · Push in
            Then it fades to black

            3. (one second) the sea
            What happens: the waves fall
            At its end: a calm sea
            Camera: From far away · Pull out\
            """);
  }

  @Test
  void setsWordsOfAnotherDirectionApart() {
    Storyboard board =
        new Storyboard(
            "",
            "العاصفة",
            "",
            "ar",
            List.of(),
            List.of(scene("بحر", "سلمى", "مرحبا!", Transition.CUT)));

    assertThat(StoryboardText.of(board, "en", WORDING))
        .isEqualTo(
            """
            “\u2068العاصفة\u2069” – one scene, 6 seconds

            1. (6 seconds) \u2068بحر\u2069
            \u2068سلمى\u2069: “\u2068مرحبا!\u2069”
            Camera: Medium shot · Push in\
            """);
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEachTransition(Transition transition) {
    Storyboard board =
        new Storyboard(
            "", "x", "", "en", List.of(), List.of(scene("a", transition), scene("b", transition)));

    List<String> lines = Arrays.asList(StoryboardText.of(board, "en", WORDING).split("\n", -1));
    assertThat(lines).filteredOn(it -> it.matches("Then .*|The next .*")).hasSize(1);
  }

  private static Scene scene(String picture, Transition next) {
    return scene(picture, "", "", next);
  }

  private static Scene scene(String picture, String speaker, String words, Transition next) {
    return new Scene(6, picture, "", "", ShotSize.MEDIUM, CameraMove.PUSH_IN, speaker, words, next);
  }
}
