package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How an idea becomes a film, at once or after a look at its storyboard.
class FilmTest extends FilmScenes {
  @Test
  void anIdeaBecomesAFilmOnce() throws Exception {
    Actor ann = person("ann");

    Seen made = ann.videoFor(ann.calls(silent(IDEA, "none")));
    Seen again = ann.videoFor(ann.calls(silent(IDEA, "none")));

    assertThat(made.text()).contains("Made by AI with Photoplay").contains("10 s · $0.20");
    assertThat(again.text()).contains("$0, from cache");
    assertThat(rendered()).isEqualTo(3);
    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void theStoryboardIsSeenBeforeTheFilmIsMade() throws Exception {
    Actor ann = person("ann");

    Seen board = storyboard(ann, silent(IDEA, "storyboard"));
    int before = rendered();
    ann.presses(board, "Make the film ($0.20)");
    Seen made = ann.videoFor(board);

    assertThat(board.text())
        .contains("1. (4 seconds)", "3. (3 seconds)", "The film costs at most $0.20 ·")
        .doesNotContain("Narrator");
    assertThat(before).isZero();
    assertThat(made.text()).contains("10 s · $0.20");
    assertThat(rendered()).isEqualTo(3);
  }

  @Test
  void aFilmOfNothingIsAskedWhatItIsAbout() throws Exception {
    Actor ann = person("ann");

    Seen asked = ann.answerTo(ann.calls("film", ""));

    assertThat(asked.text()).startsWith("What should the film be about?");
  }
}
