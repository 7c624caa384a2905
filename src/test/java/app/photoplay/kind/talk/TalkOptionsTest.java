package app.photoplay.kind.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Codec;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkOptionsTest {
  private static final TalkOptions USUAL =
      new TalkOptions(
          "slt",
          SpeechStyle.NATURAL,
          Shape.PHOTO,
          Quality.STANDARD,
          Style.CALM,
          Captions.OFF,
          false,
          "");

  @Test
  void takesWhatAPersonChoseAndKeepsTheRest() {
    assertThat(
            USUAL.with(
                Map.of(
                    "style", "still",
                    "captions", "burned",
                    "label", "on",
                    "speed", "1.5",
                    "pitch", "-2")))
        .isEqualTo(
            new TalkOptions(
                "slt",
                new SpeechStyle(1.5, -2),
                Shape.PHOTO,
                Quality.STANDARD,
                Style.STILL,
                Captions.BURNED,
                true,
                ""));
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
