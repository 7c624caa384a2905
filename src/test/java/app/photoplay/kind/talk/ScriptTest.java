package app.photoplay.kind.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.talk.Style;
import app.photoplay.testkit.ScriptedVoice;
import app.photoplay.wording.Sentence;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private final ScriptCheck script = new ScriptCheck(new ScriptedVoice(Path.of("unused")), 60);

  @ParameterizedTest
  @ValueSource(strings = {"slt", "en", "en-us"})
  void aVoiceCanBeCalledByItsLanguageToo(String name) {
    assertThat(script.check("Hello there", spokenBy(name), ""))
        .isEqualTo(new ScriptCheck.Verdict.Fine("slt"));
  }

  /// The voice takes a second for each word.
  @Test
  void wordsThatAreTooLongAreToldWhereToCut() {
    assertThat(cut("One two. Three four. ".repeat(20))).isEqualTo("Three four.");
    assertThat(cut("word ".repeat(59) + "sixty and many more")).endsWith("word word sixty");
  }

  private String cut(String words) {
    return switch (script.check(words, spokenBy("slt"), "")) {
      case ScriptCheck.Verdict.Refused(Sentence.Filled(_, var values)) ->
          String.valueOf(values.get("sentence"));
      case ScriptCheck.Verdict.Refused(var other) -> throw new AssertionError(other);
      case ScriptCheck.Verdict.Fine fine -> throw new AssertionError(fine);
    };
  }

  @Test
  void aNameThatIsNoVoiceIsRefused() {
    assertThat(script.check("Hello there", spokenBy("xx"), ""))
        .isInstanceOf(ScriptCheck.Verdict.Refused.class);
  }

  private static TalkOptions spokenBy(String voice) {
    return new TalkOptions(
        voice,
        SpeechStyle.NATURAL,
        Shape.PHOTO,
        Quality.STANDARD,
        Style.CALM,
        Captions.OFF,
        false,
        "");
  }
}
