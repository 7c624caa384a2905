package app.photoplay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.app.App;
import app.photoplay.cli.FilmArguments;
import app.photoplay.cli.RunOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `photoplay film --review` with a person at the keyboard.
@Timeout(120)
class FilmReviewTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void isNotBegunWhereNobodyCanBeAsked() {
    int code = film("storyboard", Optional.empty());

    assertThat(code).isEqualTo(2);
    assertThat(said.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "With --review you are asked what to do, so start this where you can type, or leave"
                + " --review out.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void changesTheStoryboardLineByLine() {
    // change scenes; scene 2; drop it; new words for what is now scene 2; another idea; quit
    int code = film("storyboard", typed("c", "2", "c", "/scene 2 The fox laughs.", "a cat", "q"));

    assertThat(code).isEqualTo(2);
    assertThat(said.toString(UTF_8))
        .containsSubsequence(
            "“A fox” – 3 scenes, 12 seconds",
            "No AI writer took part",
            "c  Change scenes",
            "2. (",
            "c  Drop",
            "2 scenes,",
            "Narrator: “The fox laughs.”",
            "“A cat” – 3 scenes, 12 seconds");
    assertThat(folder.resolve("film.mp4")).doesNotExist();
  }

  @Test
  @Tag("proof")
  void showsThePicturesAndMakesWhatIsApproved() {
    int code = film("keyframes", typed("2", "a"));

    assertThat(code).as(() -> said.toString(UTF_8)).isZero();
    assertThat(folder.resolve("film-pictures.jpg")).isNotEmptyFile();
    assertThat(folder.resolve("film.mp4")).isNotEmptyFile();
    assertThat(said.toString(UTF_8))
        .contains("The picture is in " + folder.resolve("film-pictures.jpg"));
  }

  private static Optional<BufferedReader> typed(String... lines) {
    return Optional.of(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")));
  }

  private int film(String review, Optional<BufferedReader> keyboard) {
    PrintStream err = new PrintStream(said, true, UTF_8);
    RunOptions run =
        new RunOptions(folder, Optional.empty(), Optional.of(folder.resolve("data")), false);
    return new App(err, err, Map.of(), keyboard)
        .film(
            new FilmArguments(
                run,
                "a fox",
                folder.resolve("film.mp4"),
                Map.of(),
                Map.of("seconds", "12", "quality", "economy", "review", review)));
  }
}
