package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTextTest {
  /// The seconds are what MaryTTS made.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.7 | Happy birthday, dear Anna! I hope you have a wonderful day with your friends and family.",
        "6.7 | The quick brown fox jumps over the lazy dog while seven wizards quietly brew an excellent potion in the kitchen.",
        "7.2 | We choose to go to the moon in this decade and do the other things, not because they are easy, but because they are hard.",
        "6.9 | I am. You are. He is. We go. Yes. No. Why? How! Stop.",
        "6.4 | NASA, the FBI and IBM work with HTML and XML over TCP and HTTP.",
        "5.4 | 123456789",
        "8.9 | Good morning! Today we will talk about the weather. It will be sunny with a few clouds in the afternoon. Do not forget your sunglasses."
      })
  void estimatesTheLength(double seconds, String words) {
    assertThat(EnglishText.seconds(EnglishText.cleaned(words)))
        .isCloseTo(seconds, within(0.2 * seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello 😀 world 🎉 | Hello world.",
        "**bold**, __under__ and `code` | bold , under and code.",
        "now <b>here</b> & <a href='x'>there</a> | now here & there.",
        "Café Zoë, naïve Łódź, Straße | Cafe Zoe, naive Lodz, Strasse.",
        "“Quoted” it’s… | \"Quoted\" it's...",
        "yes — no – maybe - well-known | yes, no, maybe, well-known.",
        "20°C or 68 °F | 20 degrees Celsius or 68 degrees Fahrenheit.",
        "ｆｕｌｌ ｗｉｄｔｈ | full width.",
        "#tag C# | tag C#.",
        "Why??? Stop!!! | Why? Stop!",
        "€5 or £3 or $2 | €5 or £3 or $2.",
        "1️⃣ ² ٤٢ | 1 2 42.",
        "see https://www.example.com/a/very/long/path/of/words.html?x=1, please | see example.com, please.",
        "see https://example.com/help today | see example.com/help today.",
        "one/two/three/four/five/six | one two three four five six.",
        "hello Анна there | hello there.",
        "at five A M | at five ay M.",
        "A plan, U S A | A plan, U S ay.",
        "Hmm, shhh! | hum, shush!"
      })
  void keepsWhatCanBeSpoken(String words, String cleaned) {
    assertThat(EnglishText.cleaned(words)).isEqualTo(cleaned);
  }

  @Test
  void dropsControlAndDirectionCharacters() {
    assertThat(EnglishText.cleaned("a\u0000b\u0007 c\u202Ed\u200Be\uFEFF")).isEqualTo("a b cde.");
    assertThat(EnglishText.cleaned("broken \uD83D half")).isEqualTo("broken half.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Hello | Hello.", "Why? | Why?", "(\"Yes!\") | (\"Yes!\")", "well, - | well."})
  void endsAnOpenSentenceWhichWouldBeSpokenSlowly(String words, String cleaned) {
    assertThat(EnglishText.cleaned(words)).isEqualTo(cleaned);
  }

  @Test
  void pausesAtLineEnds() {
    assertThat(EnglishText.cleaned("Roses are red\nViolets are blue.\r\n\nYes\n"))
        .isEqualTo("Roses are red, Violets are blue. Yes.");
  }
}
