package app.photoplay.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordingTest {
  private final Wording wording = new Wording("en");

  @Test
  void everyLanguageHasWordsForEveryPhraseAndNoOthers() throws IOException {
    String[] phrases =
        Arrays.stream(Phrase.values())
            .map(phrase -> phrase.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);

    for (String language : Wording.LANGUAGES) {
      Properties texts = new Properties();
      try (var in =
          Objects.requireNonNull(
              WordingTest.class.getResourceAsStream("/wording/" + language + ".properties"))) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      assertThat(texts.stringPropertyNames()).as(language).containsExactlyInAnyOrder(phrases);
    }
  }

  @Test
  void everyPhraseCanBeSaid() {
    for (Phrase phrase : Phrase.values()) {
      assertThat(
              wording.say("en", phrase, Map.of("seconds", 3, "ahead", 2, "open", 1, "percent", 50)))
          .as(phrase.name())
          .isNotBlank();
    }
  }

  @Test
  void countsAsPeopleDo() {
    assertThat(wording.say("en", Phrase.PROGRESS_AHEAD, Map.of("ahead", 1)))
        .isEqualTo("One video is before yours.");
    assertThat(wording.say("en", Phrase.PROGRESS_AHEAD, Map.of("ahead", 3)))
        .isEqualTo("3 videos are before yours.");
  }

  @Test
  void showsMoneyToTheCentAndFinerWhereCentsWouldHideIt() {
    assertThat(wording.money(0)).isEqualTo("$0.00");
    assertThat(wording.money(250_000)).isEqualTo("$0.25");
    assertThat(wording.money(4_200)).isEqualTo("$0.0042");
    assertThat(wording.money(2_000_000)).isEqualTo("$2.00");
    assertThat(wording.money(-1_500_000)).isEqualTo("-$1.50");
  }

  @Test
  void fallsBackWhenALanguageHasNoWordsOrIsNonsense() {
    assertThat(wording.language("")).isEqualTo("en");
    assertThat(wording.language("en-GB")).isEqualTo("en");
    assertThat(wording.language("tlh")).isEqualTo("en");
    assertThat(wording.language("?? ??")).isEqualTo("en");
  }

  @Test
  void tellsTimesInThePersonsZone() {
    String told =
        wording.time("en", Instant.parse("2026-06-15T22:30:00Z"), ZoneId.of("Europe/Berlin"));

    assertThat(told).contains("16").contains("12:30").endsWith("(Europe/Berlin)");
  }
}
