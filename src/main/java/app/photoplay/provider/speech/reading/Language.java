package app.photoplay.provider.speech.reading;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a language is read: its table, its numbers and its nouns. Made once for each language; the
/// tables of all languages stand behind one of signs that are the same everywhere.
final class Language {
  private static final Map<String, Language> KNOWN = new ConcurrentHashMap<>();

  /// Never matches.
  static final String NOTHING = "(?!)";

  private final Map<String, List<String>> words = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> entries = new ConcurrentHashMap<>();
  private final String code;
  private final ULocale locale;
  private final Properties table;
  private final Numbers numbers;
  private final Nouns nouns;
  private final Capitals capitals;
  private final List<Rule> rules;

  private Language(String code, Properties table) {
    this.code = code;
    this.table = table;
    this.locale = ULocale.forLanguageTag(table.getProperty("locale", code));
    this.numbers = new Numbers(this);
    this.nouns = new Nouns(this);
    this.capitals = new Capitals(this);
    this.rules = Rules.of(this);
  }

  /// @param tag BCP 47
  static Language of(String tag) {
    String code = tag.strip().split("[-_]", 2)[0].toLowerCase(java.util.Locale.ROOT);
    String known = code.equals("nb") || code.equals("nn") ? "no" : code.isEmpty() ? "und" : code;
    Language language = KNOWN.get(known);
    if (language == null) {
      language = KNOWN.computeIfAbsent(known, it -> new Language(it, table(it)));
    }
    return language;
  }

  private static Properties table(String code) {
    Properties all = new Properties();
    load(all, "all");
    if (code.matches("[a-z]{2,3}")) {
      load(all, code);
    }
    return all;
  }

  private static void load(Properties table, String name) {
    try (InputStream in = Language.class.getResourceAsStream(name + ".properties")) {
      if (in != null) {
        table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String code() {
    return code;
  }

  boolean english() {
    return code.equals("en");
  }

  ULocale locale() {
    return locale;
  }

  Numbers numbers() {
    return numbers;
  }

  Nouns nouns() {
    return nouns;
  }

  Capitals capitals() {
    return capitals;
  }

  List<Rule> rules() {
    return rules;
  }

  /// What the table says; empty when it says nothing.
  String word(String key) {
    return table.getProperty(key, "");
  }

  boolean has(String key) {
    return !word(key).isEmpty();
  }

  /// The same, cut at `|`.
  List<String> words(String key) {
    return words.computeIfAbsent(key, it -> has(it) ? List.of(word(it).split("\\|", -1)) : List.of());
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(table.getProperty(key)).filter(it -> !it.isEmpty());
  }

  /// Entries whose keys begin so, without that beginning.
  Map<String, String> entries(String prefix) {
    return entries.computeIfAbsent(prefix, this::sorted);
  }

  private Map<String, String> sorted(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (String key : table.stringPropertyNames()) {
      if (key.startsWith(prefix) && !table.getProperty(key).isEmpty()) {
        found.put(key.substring(prefix.length()).replace('~', ' '), table.getProperty(key));
      }
    }
    return found;
  }

  /// A regular expression for any of the words of a key, which may be expressions themselves.
  String anyOf(String key) {
    return has(key) ? "(?:" + word(key) + ")" : NOTHING;
  }

  /// A regular expression for any of these, the longest first.
  static String anyOf(Stream<String> words) {
    List<String> sorted = new ArrayList<>(words.distinct().toList());
    if (sorted.isEmpty()) {
      return NOTHING;
    }
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return sorted.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }

  char decimalSign() {
    return has("decimal.sign") ? word("decimal.sign").charAt(0) : ',';
  }
}
