package app.photoplay.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private final Wording wording = new Wording("en");

  @Test
  void everyPhraseIsSaidWithTheValuesThatItNeeds() throws IOException {
    List<SaidPhrases.Use> uses = SaidPhrases.in(Path.of("src/main/java"));

    assertThat(uses.stream().map(SaidPhrases.Use::phrase).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Phrase.values());
    assertThat(uses).filteredOn(use -> !use.values().contains(names(use.phrase()))).isEmpty();
  }

  private static Set<String> names(Phrase phrase) {
    return phrase.arguments().stream().map(Argument::name).collect(Collectors.toSet());
  }

  @Test
  void refusesAPhraseThatLacksAValueOrHasOneTooMany() {
    Argument.Given code = Argument.CODE.of("K7M3QX");

    assertThatThrownBy(() -> wording.say("en", Phrase.JOB_OVER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JOB_OVER needs [code]");
    assertThatThrownBy(() -> Phrase.JOBS_NONE.with(code))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Phrase.JOB_OVER.with(code, code))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsAsPeopleDo() {
    assertThat(wording.say("en", Phrase.PROGRESS_AHEAD.with(Argument.AHEAD.of(1))))
        .isEqualTo("One video is before yours.");
    assertThat(wording.say("en", Phrase.PROGRESS_AHEAD.with(Argument.AHEAD.of(3))))
        .isEqualTo("3 videos are before yours.");
  }

  @Test
  void saysSentencesWithinSentencesAndOnLinesOfTheirOwn() {
    Sentence progress =
        Phrase.PROGRESS_PERCENT.with(
            Argument.STAGE.of(Phrase.PROGRESS_RENDERING), Argument.PERCENT.of(45));

    assertThat(wording.say("en", Sentence.lines(progress, Phrase.PROGRESS_REFUNDED)))
        .startsWith("Bringing the photo to life … 45%\nThis takes longer");
  }

  @ParameterizedTest
  @CsvSource({
    "0, $0.00",
    "250000, $0.25",
    "4200, $0.0042",
    "2000000, $2.00",
    "-1500000, -$1.50",
    "1234567890000, '$1,234,567.89'"
  })
  void showsMoneyToTheCentAndFinerWhereCentsWouldHideIt(long microUsd, String shown) {
    Sentence charge = Phrase.RECEIPT_CHARGE.with(Argument.AMOUNT.of(Amount.ofMicroUsd(microUsd)));

    assertThat(wording.say("en", charge)).isEqualTo("Charged: " + shown);
  }

  @Test
  void showsWhatIsFreeWithoutPlaces() {
    Sentence free = Phrase.RECEIPT_CACHED.with(Argument.PRICE.of(Amount.NOTHING));

    assertThat(wording.say("en", free)).endsWith(": $0.");
  }

  @Test
  void tellsTimesInThePersonsZone() {
    Instant noon = Instant.parse("2026-06-15T22:30:00Z");
    Sentence told =
        Phrase.SETTINGS_ZONE_CHANGED.with(
            Argument.ZONE.of("Europe/Berlin"),
            Argument.WHEN.of(noon.atZone(ZoneId.of("Europe/Berlin"))));

    assertThat(wording.say("en", told)).contains("Jun 16, 2026", "12:30", "(Europe/Berlin)");
  }

  @Test
  void fallsBackWhenALanguageHasNoWordsOrIsNonsense() {
    assertThat(wording.language("")).isEqualTo("en");
    assertThat(wording.language("en-GB")).isEqualTo("en");
    assertThat(wording.language("tlh")).isEqualTo("en");
    assertThat(wording.language("?? ??")).isEqualTo("en");
    assertThat(wording.language("../../web/index")).isEqualTo("en");
  }

  @Test
  void keepsPeoplesWordsOfAnotherDirectionApart() {
    Sentence unknown = Phrase.SETTINGS_ZONE_UNKNOWN.with(Argument.ZONE.of("שלום/world"));

    assertThat(wording.say("en", unknown)).contains("“\u2068שלום/world\u2069”");
    assertThat(wording.say("en", Phrase.UNKNOWN_COMMAND.with(Argument.COMMAND.of("dance"))))
        .doesNotContain("\u2068");
  }

  @Test
  void setsApartAllButNumbersAndSentencesInALanguageFromRightToLeft() {
    Language hebrew =
        new Language(
            "he",
            Map.of(
                "budget", "{spent} {cap} {left} {resets}",
                "cancel_which", "אילו? {codes}",
                "failed", "{reason} {code}",
                "failed_policy", "לא",
                "progress_ahead", "{ahead} לפניך"));

    assertThat(hebrew.say(Phrase.CANCEL_WHICH.with(Argument.CODES.of(List.of("A1", "B2")))))
        .matches("אילו\\? \u2068A1\u2069.+\u2068B2\u2069");
    assertThat(
            hebrew.say(
                Phrase.FAILED.with(
                    Argument.REASON.of(Phrase.FAILED_POLICY), Argument.CODE.of("K7\nM3"))))
        .isEqualTo("לא \u2068K7\u2069\n\u2068M3\u2069");
    assertThat(hebrew.say(Phrase.PROGRESS_AHEAD.with(Argument.AHEAD.of(3)))).isEqualTo("3 לפניך");
    assertThat(hebrew.rightToLeft()).isTrue();
  }

  @Test
  void setsApartWhatPeopleTypeInALanguageFromRightToLeft() {
    Language arabic =
        new Language(
            "ar",
            Map.of(
                "unknown_command", "لا أعرف /{command}. أرسل /help لترى.",
                "scene_how_picture", "اكتب: /scene {number} picture=بحر أو /scene {number}.",
                "cast_usage", "و/cast remove مع الاسم",
                "settings_zone_unknown", "لا أعرف {zone}، مثل Europe/Berlin"));

    assertThat(arabic.say(Phrase.UNKNOWN_COMMAND.with(Argument.COMMAND.of("dance"))))
        .isEqualTo("لا أعرف \u2068/\u2068dance\u2069\u2069. أرسل \u2068/help\u2069 لترى.");
    assertThat(arabic.say(Phrase.SCENE_HOW_PICTURE.with(Argument.NUMBER.of(3))))
        .isEqualTo("اكتب: \u2068/scene 3 picture=بحر\u2069 أو \u2068/scene 3\u2069.");
    assertThat(arabic.say(Phrase.CAST_USAGE)).isEqualTo("و\u2068/cast remove\u2069 مع الاسم");
    assertThat(arabic.say(Phrase.SETTINGS_ZONE_UNKNOWN.with(Argument.ZONE.of("x"))))
        .endsWith("مثل Europe/Berlin");
  }

  @Test
  void writesMoneyAndTimesAsTheLanguageDoes() {
    Language german = new Language("de", Map.of("receipt_charge", "Berechnet: {amount}"));

    assertThat(
            german.say(Phrase.RECEIPT_CHARGE.with(Argument.AMOUNT.of(Amount.ofMicroUsd(250_000)))))
        .isEqualTo("Berechnet: 0,25\u00a0$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | A1, B2, C3
          ru | A1, B2, C3
          zh | A1、B2、C3
          hi | A1, B2 और C3
          """)
  void setsTheThingsOfAListApartInEveryLanguage(String tag, String shown) {
    Language language = new Language(tag, Map.of("cancel_which", "{codes}"));

    assertThat(language.say(Phrase.CANCEL_WHICH.with(Argument.CODES.of(List.of("A1", "B2", "C3")))))
        .isEqualTo(shown);
  }

  @Test
  void isUsedByManyAtATime() {
    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .filter(i ->
                    !wording
                        .say("en", Phrase.PROGRESS_AHEAD.with(Argument.AHEAD.of(2 + i % 900)))
                        .equals(2 + i % 900 + " videos are before yours."))
                .count())
        .isZero();
  }
}
