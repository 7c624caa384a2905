package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How an idea becomes a film, at once or step by step.
class FilmTest extends Scenarios {
  private static final String IDEA = "A lighthouse keeper befriends a storm";

  @BeforeEach
  void films() {
    backstage.films();
  }

  private static Call film(String idea, String review) {
    return Call.of("film", idea)
        .with("seconds", "10")
        .with("quality", "economy")
        .with("narration", "off")
        .with("review", review);
  }

  @Test
  void anIdeaBecomesAFilmOnce() throws Exception {
    Actor ann = person("ann");

    Seen made = ann.videoFor(ann.calls(film(IDEA, "none")));
    Seen again = ann.videoFor(ann.calls(film(IDEA, "none")));

    assertThat(made.text()).contains("Made by AI with Photoplay").contains("9 s · $0.20");
    assertThat(again.text()).contains("$0, from cache");
    assertThat(rendered()).isEqualTo(3);
    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void theStoryboardIsSeenBeforeTheFilmIsMade() throws Exception {
    Actor ann = person("ann");

    ann.calls(film(IDEA, "storyboard"));
    Seen board = ann.awaits("storyboard", it -> it.labels().contains("Make the film"));
    ann.presses(board, "Make the film");
    Seen made = ann.videoFor(board);

    assertThat(board.text()).contains("1.").contains("3.").contains("at most $0.20");
    assertThat(made.text()).contains("9 s · $0.20");
    assertThat(rendered()).isEqualTo(3);
  }
}
