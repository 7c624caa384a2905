package app.photoplay.provider.speech.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.speech.reading.Reading.Piece;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "ru", "uk", "bg", "sr",
          "mk", "sv", "da", "no", "nb", "fi", "hu", "tr", "ro", "hr", "el", "ca", "id", "vi", "sw",
          "hy", "ka", "zh", "ko", "ja", "ar", "fa", "ur", "hi", "mr", "ne", "bn", "gu", "pa", "ta",
          "te", "kn", "ml", "si", "en-US", "pt-BR", "xx", "");

  private static final String ALPHABET =
      "aAbIVXLM zéßя你मع0123456789 .,:;/-–+*%$€£°²½'\"#@&()<>=~^|_\n🎉♥\u200d\u00ad\u0301";

  /// A pair of what is written and what is said.
  record Pair(String language, String written, String spoken) {}

  private static List<Pair> corpus() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ReadingTest.class.getResourceAsStream("corpus.tsv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", -1))
          .map(cells -> new Pair(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  @Test
  void saysWhatIsMeantInManyLanguages() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (Pair pair : corpus()) {
      all.assertThat(Reading.of(pair.written(), pair.language()).spoken())
          .as(pair.language() + ": " + pair.written())
          .isEqualTo(pair.spoken());
    }
    all.assertAll();
  }

  @Test
  void isTriedWithHundredsOfPairs() throws IOException {
    List<Pair> corpus = corpus();

    assertThat(corpus).hasSizeGreaterThanOrEqualTo(400);
    assertThat(corpus.stream().filter(it -> it.language().equals("en")))
        .hasSizeGreaterThanOrEqualTo(200);
    assertThat(corpus.stream().map(Pair::language).distinct()).hasSizeGreaterThanOrEqualTo(13);
  }

  @Test
  void leavesNoDigitForVoicesThatAreGivenWords() throws IOException {
    List<String> kept = List.of("ja", "ar", "fa", "ur", "hi", "mr", "ne", "bn");

    assertThat(corpus().stream().filter(it -> !kept.contains(it.language())).map(Pair::spoken))
        .noneMatch(spoken -> spoken.codePoints().anyMatch(Character::isDigit));
  }

  @Test
  void givesEachWrittenCharacterToExactlyOnePiece() throws IOException {
    List<String> texts = new ArrayList<>(corpus().stream().map(Pair::written).toList());
    texts.addAll(random(400));
    texts.addAll(List.of("", " ", "🎉", "\u200b", "㎞", "5㎞/h…", "\u00adx\u00ad"));

    for (String text : texts) {
      for (String language : List.of("en", "de", "ru", "zh", "ar")) {
        List<Piece> pieces = Reading.of(text, language).pieces();
        assertThat(pieces.stream().map(Piece::written).collect(Collectors.joining()))
            .isEqualTo(text);
        assertThat(pieces).noneMatch(piece -> piece.written().isEmpty());
      }
    }
  }

  @Test
  void neverThrowsWhateverIsWritten() {
    for (String text : random(60)) {
      for (String language : LANGUAGES) {
        assertThat(Reading.of(text, language).spoken()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Happy birthday, dear Anna! I hope you have a wonderful day.",
        "en | I read it yesterday. The lead pipe. He will lead.",
        "en | “Don't wait”, it's John's.",
        "de | Alles Gute zum Geburtstag, liebe Oma!",
        "fr | Bon anniversaire, mamie ! L'été arrive.",
        "es | ¿Cómo estás? ¡Feliz cumpleaños!",
        "ru | С днём рождения, мама!",
        "hi | जन्मदिन की शुभकामनाएं",
        "zh | 我爱你。妈妈。"
      })
  void leavesPlainWordsAsTheyAre(String language, String words) {
    assertThat(Reading.of(words, language).spoken()).isEqualTo(words);
  }

  @Test
  void saysTheSameAgainOfWhatItSaid() throws IOException {
    List<String> moved =
        corpus().stream()
            .filter(pair -> pair.language().equals("en"))
            .map(Pair::spoken)
            .filter(spoken -> !Reading.of(spoken, "en").spoken().equalsIgnoreCase(spoken))
            .toList();

    assertThat(moved).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "1/", "1.", "1,", "1-", "1 ", "12:", "$", "$1", "1.2,", "a/", "A.", "+1 ", "#", "@a",
        "I", "I ", "X.", "½", "www.", "http://a", "a@b.", "0-0 ", "<a", "«", "\u0301", "1:1:", "May 1 "
      })
  @Timeout(20)
  void takesLittleTimeForTenThousandCharacters(String repeated) {
    String text = repeated.repeat(10_000 / repeated.length());
    Reading.of(repeated, "en");
    long start = System.nanoTime();

    Reading.of(text, "en");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "𝓗𝓮𝓵𝓵𝓸 𝕎𝕠𝕣𝕝𝕕 | Hello World",
        "Ⓗⓔⓛⓛⓞ 🅷🅸 | Hello HI",
        "ｆｕｌｌ　ｗｉｄｔｈ | full width",
        "ʜᴇʟʟᴏ | hello",
        "H̶e̶l̶l̶o̶ | Hello",
        "soft\u00adhyphen | softhyphen",
        "𝐁𝐨𝐧𝐧𝐞 𝐧𝐮𝐢𝐭 | Bonne nuit",
        "naïve Żółć | naïve Żółć"
      })
  void showsDecoratedLettersPlain(String written, String plain) {
    assertThat(Reading.plain(written)).isEqualTo(plain);
  }

  @Test
  void joinsPiecesBetweenSpacesToWords() {
    assertThat(Reading.of("It costs ($1,299.99), or 10 km.", "en").words())
        .containsExactly(
            new Piece("It", "It"),
            new Piece("costs", "costs"),
            new Piece(
                "($1,299.99),",
                "(one thousand two hundred ninety-nine dollars and ninety-nine cents),"),
            new Piece("or", "or"),
            new Piece("10 km.", "ten kilometres."));
  }

  private static List<String> random(int count) {
    Random random = new Random(17);
    int[] letters = ALPHABET.codePoints().toArray();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
