package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalVoiceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\n\t",
        "😀🎉",
        "👩‍👩‍👧 🇬🇧",
        "!!!",
        "...",
        "?",
        "$",
        "'''",
        "<b></b>"
      })
  void findsNothingToSayWithoutLettersOrDigits(String words) {
    assertThat(check("slt", words)).isEqualTo(new SpeechCheck.NoWords());
    assertThat(check("de", words)).isEqualTo(new SpeechCheck.NoWords());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slt | Привет, как дела? | Привет, как дела?",
        "slt | Hello 你好 my friend | 你好",
        "slt | I am called Анна, and this is my photo | Анна,",
        "de | Ich heiße Анна | Анна",
        "ru | Привет, Γιώργο! | Γιώργο!",
        "ja | こんにちはмир | こんにちはмир"
      })
  void namesTheWordsItCannotRead(String voice, String words, String unknown) {
    assertThat(check(voice, words)).isEqualTo(new SpeechCheck.Unspeakable(unknown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slt | Hello!",
        "slt | Grüße aus Łódź",
        "slt | 42",
        "slt | ٤٢",
        "slt | ｗｉｄｅ",
        "ru | Это мой iPhone 15",
        "zh | 你好 OK",
        "hi | नमस्ते"
      })
  void readsItsOwnLettersAndLatinOnes(String voice, String words) {
    assertThat(check(voice, words)).isInstanceOf(SpeechCheck.Speakable.class);
  }

  @Test
  void saysHowLongTooLongIs() {
    assertThat(check("slt", "Hello, world! ".repeat(360)))
        .isInstanceOfSatisfying(
            SpeechCheck.TooLong.class, it -> assertThat(it.seconds()).isBetween(300.0, 900.0));
  }

  @Test
  void takesHalfTheTimeAtTwiceTheSpeed() {
    LocalVoice voice = voice("es");
    String words = "Soy una foto y ahora puedo hablar.";

    double natural = ((SpeechCheck.Speakable) voice.check(words, SpeechStyle.NATURAL)).seconds();
    double fast = ((SpeechCheck.Speakable) voice.check(words, new SpeechStyle(2, 0))).seconds();

    assertThat(fast).isEqualTo(natural / 2);
  }

  private static SpeechCheck check(String voice, String words) {
    return voice(voice).check(words == null ? "" : words, SpeechStyle.NATURAL);
  }

  private static LocalVoice voice(String name) {
    return name.equals("slt")
        ? LocalVoice.SLT
        : EspeakVoices.ALL.stream().filter(it -> it.voice().name().equals(name)).findFirst().get();
  }
}
