package app.photoplay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Part;
import app.photoplay.wording.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartSquaresTest {
  private static final Wording WORDING = new Wording("en");

  @Test
  void saysNothingAboutJobsWithoutNumberedParts() {
    assertThat(PartSquares.of(List.of(new Part("speech", Status.RUNNING)))).isEmpty();
    assertThat(PartSquares.of(List.of())).isEmpty();
  }

  @Test
  void showsEachSceneInItsOrderWhateverTheOrderOfItsPieces() {
    assertThat(
            said(
                new Part("storyboard", Status.MADE),
                new Part("shot-10", Status.READY),
                new Part("shot-2", Status.RUNNING),
                new Part("voice-2", Status.MADE),
                new Part("frame-1", Status.MADE),
                new Part("shot-3", Status.FAILED)))
        .isEqualTo("■▣✕□ 1 of 4 scenes");
  }

  @Test
  void aSceneIsDoneWhenAllItsPiecesAre() {
    assertThat(said(new Part("frame-1", Status.MADE), new Part("voice-1", Status.READY)))
        .isEqualTo("□ 0 of 1 scenes");
    assertThat(said(new Part("frame-1", Status.MADE), new Part("voice-1", Status.MADE)))
        .isEqualTo("■ 1 of 1 scenes");
  }

  private static String said(Part... parts) {
    return WORDING
        .say("en", PartSquares.of(List.of(parts)).orElseThrow())
        // what keeps numbers and words apart in other directions of writing
        .replaceAll("[\\u2066-\\u2069]", "");
  }
}
