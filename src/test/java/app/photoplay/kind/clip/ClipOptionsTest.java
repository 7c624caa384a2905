package app.photoplay.kind.clip;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.OptionSpec.Reading;
import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.video.CameraMove;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipOptionsTest {
  @Test
  void takesWhatAPersonChose() {
    assertThat(
            ClipOptions.defaults(Quality.ECONOMY)
                .with(
                    Map.of(
                        "seconds", "9",
                        "aspect", "9:16",
                        "quality", "premium",
                        "camera", "pedestal-up")))
        .isEqualTo(new ClipOptions(9, Shape.TALL, Quality.PREMIUM, CameraMove.PEDESTAL_UP, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "61", "1000", "2.5", "long", "", "99999999999"})
  void refusesALengthThatCannotBe(String seconds) {
    assertThat(OrderOptions.SECONDS.read(seconds)).isEqualTo(new Reading.Bad(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"Pedestal up, pedestal-up", "dolly-in, push-in", "[push in], push-in"})
  void knowsOtherWaysToWriteAMove(String written, String meant) {
    assertThat(OrderOptions.CAMERA.read(written)).isEqualTo(new Reading.Good(meant));
  }

  @ParameterizedTest
  @CsvSource({"pushin, push-in", "tilt-upp, tilt-up", "Truk left, truck-left"})
  void namesTheMoveThatWasProbablyMeant(String written, String meant) {
    assertThat(OrderOptions.CAMERA.read(written)).isEqualTo(new Reading.Bad(Optional.of(meant)));
  }

  @Test
  void offersAsManyMovesAsADiscordOptionHasChoices() {
    assertThat(CameraMove.values()).hasSizeLessThanOrEqualTo(25);
  }
}
