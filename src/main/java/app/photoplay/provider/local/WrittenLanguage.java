package app.photoplay.provider.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Tells the language that words are written in.
///
/// The script that most letters belong to decides first. Languages that share a script are told
/// apart by letters that only some of them have, those of Latin letters also by their most frequent
/// words, which even a short sentence has; a word counts the more the fewer languages have it.
public final class WrittenLanguage {
  private static final String OTHERWISE = "en";

  /// A word with letters of a language says less than one of its frequent words.
  private static final double LETTERS = 0.7;

  /// Where words are shared, many more people write one of these.
  private static final Set<String> WIDESPREAD = Set.of("en", "de", "es", "fr", "it", "pt");

  private static final double MORE_LIKELY = 1.25;

  /// A character of Chinese is as much as so many letters.
  private static final int HAN_WEIGHT = 3;

  private static final Map<UnicodeScript, String> SCRIPTS =
      Map.ofEntries(
          Map.entry(UnicodeScript.CYRILLIC, "ru"),
          Map.entry(UnicodeScript.ARABIC, "ar"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"));

  /// Letters that say that it is one of these languages, the first that matches.
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("ru", "uk", "[іїєґ]"),
          new Sign("ru", "mk", "[ѓќѕ]|\\bсум\\b|\\bдека\\b"),
          new Sign("ru", "sr", "[ђћљњјџ]"),
          new Sign("ru", "bg", "^(?=.*ъ)(?!.*[ыэё]).*$"),
          new Sign("ar", "ur", "[ٹڈڑںےہھ]"),
          new Sign("ar", "fa", "[پچژگ]|[یک]"),
          new Sign("hi", "mr", "ळ|\\bआहे\\b|\\bआणि\\b"),
          new Sign("hi", "ne", "\\b(छ|हुन्छ|गर्छ|छैन|हुँ|भयो|पनि|एउटा|लाई)\\b|्छ[ुन]"));

  private static final Map<String, String> LATIN_LETTERS =
      Map.ofEntries(
          Map.entry("de", "ßäöü"),
          Map.entry("es", "ñ¿¡áíóú"),
          Map.entry("fr", "êèàçœùëîû"),
          Map.entry("it", "èàòùì"),
          Map.entry("pt", "ãõçêáâ"),
          Map.entry("pl", "łżźśąęńć"),
          Map.entry("ro", "ășțşţâî"),
          Map.entry("cs", "řěůčšžýí"),
          Map.entry("sk", "ľĺŕôčšžýťď"),
          Map.entry("hu", "őűáéöü"),
          Map.entry("hr", "đčćšž"),
          Map.entry("sv", "åäö"),
          Map.entry("da", "åæø"),
          Map.entry("no", "åæø"),
          Map.entry("fi", "äö"),
          Map.entry("tr", "ğışçü"),
          Map.entry("vi", "ơưđăâêạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
          Map.entry("ca", "çàèòï·"));

  private static final Map<String, Set<String>> STOP_WORDS = stopWords();
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}']+");

  private WrittenLanguage() {}

  /// The language's code, such as `de`; `en` when nothing tells.
  public static String of(String words) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    words
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .forEach(it -> letters.merge(it, it == UnicodeScript.HAN ? HAN_WEIGHT : 1, Integer::sum));
    UnicodeScript most =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(UnicodeScript.LATIN);
    if (most == UnicodeScript.HAN
        && (letters.containsKey(UnicodeScript.HIRAGANA)
            || letters.containsKey(UnicodeScript.KATAKANA))) {
      return "ja";
    }
    String lower = words.toLowerCase(Locale.ROOT);
    if (most == UnicodeScript.LATIN) {
      return latin(lower);
    }
    String usual = SCRIPTS.getOrDefault(most, "und");
    return SIGNS.stream()
        .filter(sign -> sign.among.equals(usual) && sign.pattern.matcher(lower).find())
        .map(Sign::language)
        .findFirst()
        .orElse(usual);
  }

  private static String latin(String lower) {
    Map<String, Double> scores = new TreeMap<>();
    for (String word : NOT_A_WORD.split(lower.replace('’', '\''), -1)) {
      Set<String> languages = STOP_WORDS.getOrDefault(word, Set.of());
      languages.forEach(it -> scores.merge(it, 1.0 / languages.size(), Double::sum));
      Set<String> spelled = spelled(word);
      spelled.forEach(it -> scores.merge(it, LETTERS / spelled.size(), Double::sum));
    }
    WIDESPREAD.forEach(it -> scores.computeIfPresent(it, (_, score) -> score * MORE_LIKELY));
    double english = scores.getOrDefault(OTHERWISE, 0.0);
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() > english)
        .map(Map.Entry::getKey)
        .orElse(OTHERWISE);
  }

  /// The languages whose own letters a word has most of.
  private static Set<String> spelled(String word) {
    Map<String, Long> counts = new TreeMap<>();
    LATIN_LETTERS.forEach((language, letters) -> {
      long count = word.codePoints().filter(it -> letters.indexOf(it) >= 0).count();
      if (count > 0) {
        counts.put(language, count);
      }
    });
    long most = counts.values().stream().mapToLong(it -> it).max().orElse(0);
    counts.values().removeIf(count -> count < most);
    return counts.keySet();
  }

  /// Which languages have a word among their frequent ones.
  private static Map<String, Set<String>> stopWords() {
    Properties lines = new Properties();
    try (InputStream in = WrittenLanguage.class.getResourceAsStream("stop-words.properties")) {
      if (in == null) {
        throw new IllegalStateException("the frequent words are missing");
      }
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Set<String>> languages = new HashMap<>();
    for (String language : lines.stringPropertyNames()) {
      for (String word : lines.getProperty(language).split(" ", -1)) {
        languages.computeIfAbsent(word, it -> new TreeSet<>()).add(language);
      }
    }
    return languages;
  }

  /// Letters by which one language is known among those that share a script.
  private record Sign(String among, String language, Pattern pattern) {
    Sign(String among, String language, String pattern) {
      this(
          among,
          language,
          Pattern.compile(pattern, Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS));
    }
  }
}
