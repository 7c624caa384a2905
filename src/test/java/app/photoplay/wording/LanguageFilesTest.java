package app.photoplay.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every file of a language must have, so that none of its sentences fails when it is said.
class LanguageFilesTest {
  private static final Path FILES = Path.of("src/main/resources/wording");
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

  /// How a page's script and its markup name a word.
  private static final Pattern SAID =
      Pattern.compile("WORDS\\.(\\w+)|data-(?:word|label|hint)=\"(\\w+)\"|<!-- (\\w+) -->");

  /// Filled by the server with what is no word.
  private static final Set<String> FILLED = Set.of("language", "direction", "sentence");

  static Stream<String> languages() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()).replace(".properties", ""))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasTextsForEveryPhraseAndThePageAndNoOthers(String language) throws IOException {
    Set<String> keys = new TreeSet<>(texts("en").keySet());
    keys.removeIf(key -> !key.startsWith("page_"));
    Arrays.stream(Phrase.values()).map(Phrase::key).forEach(keys::add);

    assertThat(texts(language).keySet()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void namesInEachTextTheArgumentsOfItsPhrase(String language) throws IOException {
    Map<String, String> texts = texts(language);

    assertThat(Phrase.values())
        .allSatisfy(phrase ->
            assertThat(arguments(texts.getOrDefault(phrase.key(), "")))
                .containsExactlyInAnyOrderElementsOf(
                    phrase.arguments().stream().map(Argument::name).toList()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void saysEachPhraseWithValuesOfItsArgumentsTypes(String language) throws IOException {
    Language spoken = new Language(language, texts(language));

    for (Phrase phrase : Phrase.values()) {
      Map<String, Object> values =
          phrase.arguments().stream()
              .collect(Collectors.toMap(Argument::name, LanguageFilesTest::sample));
      assertThat(spoken.say(new Sentence.Filled(phrase, values)))
          .as(phrase.name())
          .isNotBlank()
          .doesNotContain("{", "}", "sample of no type");
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void countsInAllTheFormsThatTheLanguageHas(String language) throws IOException {
    Set<String> forms = forms(language);

    assertThat(texts(language))
        .allSatisfy((key, text) -> {
          if (!key.startsWith("page_")) {
            for (Set<String> written : pluralForms(text)) {
              assertThat(written).as(key).containsAll(forms);
            }
          }
        });
  }

  /// Discord shortens nothing: what is longer is refused, and with it all commands.
  @ParameterizedTest
  @MethodSource("languages")
  void keepsToTheRoomThatThePlatformsGive(String language) throws IOException {
    Language spoken = new Language(language, texts(language));
    Map<String, Integer> most =
        Map.of("COMMAND_", 100, "OPTION_", 100, "MENU_", 32, "BUTTON_", 80, "CHOICE_", 80);

    for (Phrase phrase : Phrase.values()) {
      most.forEach((kind, units) -> {
        if (phrase.name().startsWith(kind) && phrase.arguments().isEmpty()) {
          assertThat(spoken.say(phrase).length()).as(phrase.name()).isLessThanOrEqualTo(units);
        }
      });
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasThePagesGapsWhereEnglishHasThem(String language) throws IOException {
    Map<String, String> texts = texts(language);

    assertThat(texts("en"))
        .allSatisfy((key, english) -> {
          if (key.startsWith("page_")) {
            assertThat(gaps(texts.getOrDefault(key, ""))).as(key).isEqualTo(gaps(english));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void writesApostrophesAsPeopleDoBecauseIcuTakesTheStraightOneForAQuote(String language)
      throws IOException {
    assertThat(texts(language).values()).noneMatch(text -> text.contains("'"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasTheWordsThatThePageNamesAndNoOthers(String language) throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> files = Files.list(WEB)) {
      for (Path file : files.filter(it -> it.toString().matches(".*\\.(js|html)")).toList()) {
        SAID.matcher(Files.readString(file))
            .results()
            .flatMap(each -> Stream.of(1, 2, 3).map(each::group))
            .filter(word -> word != null && !FILLED.contains(word))
            .forEach(said::add);
      }
    }

    assertThat(
            texts(language).keySet().stream()
                .filter(key -> key.startsWith("page_") && !key.contains("."))
                .map(key -> key.substring("page_".length())))
        .containsExactlyInAnyOrderElementsOf(said);
  }

  private static Object sample(Argument<?> argument) {
    return switch (argument.type().getSimpleName()) {
      case "String" -> "text";
      case "List" -> List.of("first", "second");
      case "Sentence" -> Phrase.BUTTON_CANCEL;
      case "Number" -> 3;
      case "Amount" -> new Amount(BigDecimal.ONE, Currency.getInstance("EUR"));
      case "ZonedDateTime" -> Instant.EPOCH.atZone(ZoneOffset.UTC);
      default -> "sample of no type";
    };
  }

  /// Also those within plural forms.
  private static Set<String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(Collectors.toSet());
  }

  /// The forms that whole numbers take below a million, such as `one` and `other`.
  private static Set<String> forms(String language) {
    PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(language));
    return IntStream.range(0, 1000).mapToObj(rules::select).collect(Collectors.toSet());
  }

  /// The forms of each plural in a text; those of exact numbers do not count.
  private static List<Set<String>> pluralForms(String text) {
    MessagePattern pattern = new MessagePattern(text);
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_START
          && pattern.getPart(i).getArgType().hasPluralStyle()) {
        int end = pattern.getLimitPartIndex(i);
        all.add(
            IntStream.range(i, end)
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_SELECTOR)
                .map(pattern::getSubstring)
                .collect(Collectors.toSet()));
      }
    }
    return all;
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text).results().map(gap -> gap.group(1)).collect(Collectors.toSet());
  }

  private static Map<String, String> texts(String language) throws IOException {
    Properties texts = new Properties();
    try (var in = Files.newBufferedReader(FILES.resolve(language + ".properties"))) {
      texts.load(in);
    }
    return texts.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, texts::getProperty));
  }
}
