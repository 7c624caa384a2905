package app.photoplay.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.command.OptionWords.Read;
import app.photoplay.kind.OrderOptions;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Options before the words of a command.
class OptionWordsTest {
  private static final Wording WORDING = new Wording("en");
  private static final CommandSpec TALK =
      CommandSpec.listed("talk", Phrase.COMMAND_TALK).with(OrderOptions.TALK);

  @Test
  void takesOptionsFromTheBeginningOfTheWords() {
    assertThat(written("voice=de  speed=1,5 style=Still Guten Tag"))
        .isEqualTo(
            new Read.Good("Guten Tag", Map.of("voice", "de", "speed", "1.5", "style", "still")));
  }

  @Test
  void takesAValueWithSpacesInQuotes() {
    CommandSpec clip = CommandSpec.listed("clip", Phrase.COMMAND_CLIP).with(OrderOptions.CLIP);

    assertThat(OptionWords.written(clip, "camera=\"Push in\" a boat", Map.of(), "en", WORDING))
        .isEqualTo(new Read.Good("a boat", Map.of("camera", "push-in")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello speed=2",
        "E=mc2 is famous",
        "answer=42, said the mouse",
        "= nothing",
        "Speed=2 as a title",
        "",
        "speed of light"
      })
  void leavesAloneWhatIsNoOption(String words) {
    assertThat(written(words)).isEqualTo(new Read.Good(words, Map.of()));
  }

  @Test
  void namesTheOptionThatWasProbablyMeant() {
    assertThat(written("voise=de Hi"))
        .isEqualTo(
            new Read.Bad(
                "/talk has no option “voise”, did you mean voice?"
                    + " Send /help talk to see them all."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "style=wild; “wild” is not a choice for style. Possible: calm, lively, still.",
        "style=stil; '“stil” is not a choice for style, did you mean still? Possible: calm,'",
        "captions=on; “on” is not a choice for captions",
        "label=maybe; 'Possible: on, off.'",
        "speed=3; “3” is not a choice for speed. Possible: 0.5 – 2.",
        "pitch=high; Possible: -12 – 12.",
        "pitch=NaN; Possible: -12 – 12.",
        "aspect=2:1; “2:1” is not a choice for aspect",
        "quality=best; “best” is not a choice for quality"
      })
  void namesTheChoicesForAValueThatIsNone(String words, String sentence) {
    assertThat(written(words))
        .isInstanceOfSatisfying(
            Read.Bad.class, bad -> assertThat(bad.sentence()).contains(sentence.strip()));
  }

  @Test
  void leavesTheWordsOfAPlainMessageAlone() {
    assertThat(OptionWords.given(TALK, "speed=2 Hi", Map.of("style", "calm"), "en", WORDING))
        .isEqualTo(new Read.Good("speed=2 Hi", Map.of("style", "calm")));
  }

  @Test
  void leavesOutWhatTheCommandDoesNotHave() {
    assertThat(OptionWords.given(TALK, "Hi", Map.of("seconds", "9"), "en", WORDING))
        .isEqualTo(new Read.Good("Hi", Map.of()));
  }

  @Test
  void asksForWhatIsRequired() {
    CommandSpec zoned =
        CommandSpec.listed("clip", Phrase.COMMAND_CLIP)
            .with(List.of(OrderOptions.SECONDS.asRequired()));

    assertThat(OptionWords.written(zoned, "a boat", Map.of(), "en", WORDING))
        .isEqualTo(new Read.Bad("/clip needs seconds= (Length in seconds) before the rest."));
  }

  private static Read written(String words) {
    return OptionWords.written(TALK, words, Map.of(), "en", WORDING);
  }
}
