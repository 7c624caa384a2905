package app.photoplay.kind.clip;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.CameraMove;
import app.photoplay.wording.Wording;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipOptionsTest {
  private static final ClipOptions DEFAULTS = ClipOptions.defaults(Quality.ECONOMY);

  @Test
  void takesWhatAPersonChose() {
    ClipOptions.Read read =
        DEFAULTS.with(
            Map.of(
                "seconds", "9", "aspect", "9:16", "quality", "premium", "camera", "Pedestal up"));

    assertThat(read)
        .isEqualTo(
            new ClipOptions.Read.Good(
                new ClipOptions(9, Shape.TALL, Quality.PREMIUM, CameraMove.PEDESTAL_UP)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "61", "1000", "2.5", "long", "", "99999999999"})
  void refusesALengthThatCannotBe(String seconds) {
    assertThat(sentence(Map.of("seconds", seconds)))
        .isEqualTo(
            "A clip can be 1 to 60 seconds long. Please choose a whole number between them.");
  }

  @ParameterizedTest
  @CsvSource({"pushin, push-in", "tilt-upp, tilt-up", "Truk left, truck-left"})
  void namesTheMoveThatWasProbablyMeant(String written, String meant) {
    assertThat(sentence(Map.of("camera", written)))
        .startsWith("There is no camera move “" + written + "”, did you mean " + meant + "?")
        .contains("static-shot, push-in, pull-out");
  }

  @Test
  void listsTheMovesForWhatIsLikeNone() {
    assertThat(sentence(Map.of("camera", "somersault")))
        .startsWith("There is no camera move “somersault”. Possible: static-shot,");
  }

  @Test
  void refusesAShapeAndAQualityThatDoNotExist() {
    assertThat(sentence(Map.of("aspect", "2:1"))).contains("“2:1” is not a choice for aspect");
    assertThat(sentence(Map.of("quality", "best"))).contains("“best” is not a choice for quality");
  }

  private static String sentence(Map<String, String> chosen) {
    ClipOptions.Read.Bad bad = (ClipOptions.Read.Bad) DEFAULTS.with(chosen);
    return new Wording("en").say("en", bad.why());
  }
}
