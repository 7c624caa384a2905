package app.photoplay.provider.speech.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `sentences.txt`: 40 everyday sentences in each of 33 languages, written for this, with numbers
/// and prices, often typed without accents, with a loan word or a name inside. The factors of
/// [SharedScript] were chosen on every other line, from the first; the rest was only counted.
/// `reported.txt`: what people reported.
class WrittenLanguageTest {
  private record Sentence(String language, String words, boolean keptOut) {
    long length() {
      return Stream.of(words.split("\\s+", -1))
          .filter(it -> it.codePoints().anyMatch(Character::isLetterOrDigit))
          .count();
    }

    boolean understood() {
      return WrittenLanguage.of(words).equals(language);
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 4, 12, 0.96", "false, 1, 3, 0.90", "true, 4, 12, 0.96", "true, 1, 3, 0.90"})
  void sentencesOfThirtyThreeLanguagesAreUnderstood(
      boolean keptOut, int fewest, int most, double bar) throws IOException {
    List<Sentence> sentences =
        sentences(it -> it.keptOut() == keptOut && it.length() >= fewest && it.length() <= most);

    assertThat(sentences).hasSizeGreaterThan(140);
    assertThat(share(sentences)).isGreaterThanOrEqualTo(bar);
  }

  @Test
  void noLanguageIsMuchWorseThanTheOthers() throws IOException {
    Map<String, List<Sentence>> languages =
        sentences(_ -> true).stream()
            .collect(Collectors.groupingBy(Sentence::language, TreeMap::new, Collectors.toList()));

    assertThat(languages)
        .hasSize(33)
        .allSatisfy((_, sentences) -> {
          assertThat(sentences).hasSize(40);
          assertThat(share(sentences)).isGreaterThanOrEqualTo(0.75);
        });
  }

  private static double share(List<Sentence> sentences) {
    return (double) sentences.stream().filter(Sentence::understood).count() / sentences.size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Guten Morgen",
        "de | Hallo Oma",
        "de | Alles Gute zum Geburtstag!",
        "de | Wie geht es dir?",
        "de | Ich liebe dich",
        "es | Hola",
        "es | Te quiero mucho",
        "es | ¿Cómo estás?",
        "es | Feliz cumpleaños mamá",
        "es | Vamos a la playa",
        "fr | Bonjour",
        "fr | Je t'aime",
        "fr | Comment ça va ?",
        "fr | Joyeux anniversaire",
        "it | Ciao",
        "it | Ti amo",
        "it | Come stai?",
        "it | Buon compleanno",
        "pt | Olá",
        "pt | Eu te amo",
        "pt | Tudo bem?",
        "pt | Feliz aniversário",
        "pt | Bom dia a todos",
        "nl | Goedemorgen",
        "nl | Ik hou van jou",
        "pl | Cześć, jak się masz?",
        "tr | Nasılsın?",
        "tr | Seni seviyorum",
        "id | Apa kabar?",
        "sv | Hej, hur mår du?",
        "da | Hej, hvordan har du det?",
        "no | Hei, hvordan har du det?",
        "fi | Mitä kuuluu?",
        "hu | Jó reggelt!",
        "cs | Jak se máš?",
        "en | Hello",
        "en | Hi Anna",
        "en | OK",
        "en | Happy birthday, dear Anna!",
        "en | The quick brown fox jumps over the lazy dog",
        "en | I am at the café in São Paulo with José",
        "en | Yes.",
        "en | No.",
        "en | 42",
        "en | We go to La Paz and El Paso",
        "ru | Привет",
        "uk | Привіт",
        "ar | مرحبا",
        "fa | سلام، چطوری؟",
        "ur | آپ کیسے ہیں؟",
        "hi | नमस्ते",
        "zh | 你好",
        "zh | 你好 hello",
        "en | hello, my friend 你好",
        "ja | 漢字とひらがな",
        "ko | 안녕",
        "th | สวัสดี",
        "he | שלום",
        "ja | 明日会議",
        "ja | 写真撮影",
        "ja | 結婚記念日",
        "zh | 新年快樂",
        "zh | 生日快乐",
        "zh | 今天天氣很好",
        "zh | 我想念你",
        "zh | 谢谢",
        "en | 100 m²",
        "en | 70kg",
        "en | 10:30 pm",
        "en | We met in Rome",
        "en | Uber to Charles de Gaulle at 6am",
        "en | Dinner at La Bella Vita",
        "en | The Café Rouge menu costs £12.50",
        "en | GOOD MORNING GRANDMA",
        "de | WIR HEIRATEN AM 3. MAI",
        "ru | Мама купила iPhone 15 Pro Max",
        "ja | iPhone 15を買いました"
      })
  void isKnownFromAFewWords(String language, String words) {
    assertThat(WrittenLanguage.of(words)).isEqualTo(language);
  }

  @ParameterizedTest
  @MethodSource
  void whatPeopleReportedIsUnderstood(String language, String words) {
    assertThat(WrittenLanguage.of(words)).isEqualTo(language);
  }

  static Stream<String[]> whatPeopleReportedIsUnderstood() throws IOException {
    return lines("reported.txt").map(line -> line.split("\t", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the same words in each of them
        "da | Hvor er du | da",
        "no | Hvor er du | nb-NO",
        "sv | Vi ses snart | sv-SE",
        "da | Vi ses snart | da",
        "mk | Добро утро | mk",
        "bg | Добро утро | bg",
        "sk | Dobré ráno | sk",
        "cs | Dobré ráno | cs",
        "ja | 大学 | ja",
        "pt | Sim | pt-BR",
        // and here the words alone tell
        "en | Happy birthday | de",
        "de | Ich liebe dich | en-US",
        "fr | Joyeux anniversaire ma chérie | es",
        "uk | Дякую за подарунок | ru",
        "ru | Спасибо за подарок | uk",
        "zh | 你好 | ja",
        "en | Happy birthday | not a tag"
      })
  void thePersonsOwnLanguageDecidesWhatTheWordsDoNot(String language, String words, String own) {
    assertThat(WrittenLanguage.of(words, own)).isEqualTo(language);
  }

  private static List<Sentence> sentences(Predicate<Sentence> wanted) throws IOException {
    List<String> lines = lines("sentences.txt").toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> {
          String[] parts = lines.get(i).split("\t", -1);
          return new Sentence(parts[0], parts[1], i % 2 == 1);
        })
        .filter(wanted)
        .toList();
  }

  private static Stream<String> lines(String file) throws IOException {
    try (InputStream in = WrittenLanguageTest.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }
}
