package app.photoplay.kind.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Codec;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Motion;
import app.photoplay.provider.Style;
import app.photoplay.provider.speech.SpeechStyle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkOptionsTest {
  private static final TalkOptions USUAL =
      new TalkOptions(
          "slt",
          SpeechStyle.NATURAL,
          Shape.PHOTO,
          Quality.STANDARD,
          Style.CALM,
          Captions.OFF,
          false);

  @Test
  void takesWhatAPersonChoseAndKeepsTheRest() {
    assertThat(
            USUAL.with(
                Map.of(
                    "style",
                    "Still",
                    "captions",
                    " burned ",
                    "label",
                    "ON",
                    "speed",
                    "1,5",
                    "pitch",
                    "-2")))
        .isEqualTo(
            new TalkOptions.Read.Good(
                new TalkOptions(
                    "slt",
                    new SpeechStyle(1.5, -2),
                    Shape.PHOTO,
                    Quality.STANDARD,
                    Style.STILL,
                    Captions.BURNED,
                    true)));
  }

  @ParameterizedTest
  @CsvSource({
    "style, wild, 'calm, lively, still'",
    "captions, on, 'off, burned, srt, vtt'",
    "label, maybe, 'on, off'",
    "speed, 3, '0.5 – 2'",
    "pitch, high, '-12 – 12'",
    "pitch, NaN, '-12 – 12'"
  })
  void namesTheChoicesForAValueThatIsNone(String option, String value, String choices) {
    assertThat(USUAL.with(Map.of(option, value)))
        .isEqualTo(new TalkOptions.Read.Unknown(option, value, List.of(choices.split(", "))));
  }

  @Test
  void readsWishesThatWereStoredBeforeTheseChoices() {
    String stored =
        """
        {"photo":"ab","words":"Hi","voice":"slt","shape":"TALL","quality":"ECONOMY","motion":"ZOOM"}\
        """;

    assertThat(Codec.json(TalkRequest.class).decode(stored))
        .isEqualTo(
            new TalkRequest(
                "ab",
                "Hi",
                "slt",
                Shape.TALL,
                Quality.ECONOMY,
                Motion.ZOOM,
                Style.CALM,
                Captions.OFF,
                ""));
  }
}
