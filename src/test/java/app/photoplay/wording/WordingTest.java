package app.photoplay.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
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
      assertThat(texts(language).stringPropertyNames())
          .as(language)
          .containsExactlyInAnyOrder(phrases);
    }
  }

  @Test
  void everyPhraseIsWholeWithItsOwnValuesAndWithNoOneLess() throws IOException {
    for (String language : Wording.LANGUAGES) {
      Properties texts = texts(language);
      for (Phrase phrase : Phrase.values()) {
        Set<String> names = names(texts, phrase);
        Map<String, Integer> values = new HashMap<>();
        names.forEach(name -> values.put(name, 3));

        assertThat(wording.say(language, phrase, values))
            .as(phrase.name())
            .isNotBlank()
            .doesNotContain("{", "}");
        for (String name : names) {
          Map<String, Integer> less = new HashMap<>(values);
          less.remove(name);
          assertThatThrownBy(() -> wording.say(language, phrase, less))
              .as(phrase + " without " + name)
              .isInstanceOf(AssertionError.class);
        }
      }
    }
  }

  @Test
  void everyPhraseIsSaidWithTheValuesThatItsTextNames() throws IOException {
    Properties texts = texts("en");
    List<SaidPhrases.Use> uses = SaidPhrases.in(Path.of("src/main/java"));

    assertThat(uses).hasSizeGreaterThan(50);
    assertThat(uses)
        .filteredOn(use -> !use.values().containsAll(names(texts, use.phrase())))
        .isEmpty();
  }

  private static Set<String> names(Properties texts, Phrase phrase) {
    String text = texts.getProperty(phrase.name().toLowerCase(Locale.ROOT));
    return new MessageFormat(text, ULocale.ENGLISH).getArgumentNames();
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (var in =
        Objects.requireNonNull(
            WordingTest.class.getResourceAsStream("/wording/" + language + ".properties"))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
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
