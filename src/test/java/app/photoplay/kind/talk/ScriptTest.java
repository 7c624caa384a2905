package app.photoplay.kind.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Manner;
import app.photoplay.provider.Style;
import app.photoplay.testkit.ScriptedVoice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private final Script script = new Script(new ScriptedVoice(Path.of("unused")), 60);

  @ParameterizedTest
  @ValueSource(strings = {"slt", "en", "en-us"})
  void aVoiceCanBeCalledByItsLanguageToo(String name) {
    assertThat(script.judge("Hello there", spokenBy(name)))
        .isEqualTo(new Script.Verdict.Fine("slt"));
  }

  /// The voice takes a second for each word.
  @Test
  void wordsThatAreTooLongAreToldWhereToCut() {
    assertThat(cut("One two. Three four. ".repeat(20))).isEqualTo("Three four.");
    assertThat(cut("word ".repeat(59) + "sixty and many more")).endsWith("word word sixty");
  }

  private String cut(String words) {
    return switch (script.judge(words, spokenBy("slt"))) {
      case Script.Verdict.Refused(var _, var values) -> String.valueOf(values.get("sentence"));
      case Script.Verdict.Fine fine -> throw new AssertionError(fine);
    };
  }

  @Test
  void aNameThatIsNoVoiceIsRefused() {
    assertThat(script.judge("Hello there", spokenBy("xx")))
        .isInstanceOf(Script.Verdict.Refused.class);
  }

  private static TalkOptions spokenBy(String voice) {
    return new TalkOptions(
        voice, Manner.NATURAL, Shape.PHOTO, Quality.STANDARD, Style.CALM, Captions.OFF, false);
  }
}
