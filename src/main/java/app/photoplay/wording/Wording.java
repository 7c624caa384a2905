package app.photoplay.wording;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says sentences in a person's language. A language is there when it has a file of texts.
/// Thread-safe.
public final class Wording {
  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());
  private static final Map<String, Optional<Language>> LANGUAGES = new ConcurrentHashMap<>();

  /// The tag of people at a shell: what they are advised to do is in options there.
  public static final String SHELL = "x-shell";

  /// The keys of what the web page says by itself.
  private static final String PAGE = "page_";

  private final String fallback;

  /// Speaks the person's language where there are texts, else this one.
  public Wording(String fallback) {
    this.fallback = speaks(fallback) ? fallback : "en";
  }

  /// Whether there are texts in a language, by its two letters.
  public static boolean speaks(String language) {
    return CODES.contains(language) && find(language).isPresent();
  }

  /// The languages that there are texts in, by their two letters, in the order of their names for
  /// themselves.
  public static List<String> languages() {
    return All.SORTED;
  }

  /// What a language calls itself within a sentence: “Deutsch”, “español”.
  public static String name(String language) {
    return name(language, language);
  }

  /// What a language is called in another, within a sentence.
  public static String name(String language, String other) {
    return ULocale.getDisplayLanguage(language, ULocale.forLanguageTag(other));
  }

  /// What a language calls itself where it stands alone: “Deutsch”, “Español”.
  public static String title(String language) {
    return LocaleDisplayNames.getInstance(
            ULocale.forLanguageTag(language), DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
        .languageDisplayName(language);
  }

  /// Read when somebody asks for them first.
  private static final class All {
    private static final List<String> SORTED =
        CODES.stream()
            .filter(Wording::speaks)
            .sorted(Comparator.comparing(Wording::title))
            .toList();
  }

  /// The language to use for a tag that a platform states, such as `pt-BR`; it may be empty or
  /// nonsense.
  public String language(String tag) {
    if (tag.endsWith(SHELL)) {
      return fallback.equals("en") ? "en-" + SHELL : fallback;
    }
    String language = tag.isEmpty() ? "" : Locale.forLanguageTag(tag).getLanguage();
    return speaks(language) ? language : fallback;
  }

  /// Says a sentence.
  ///
  /// @param language a tag as of [#language]
  /// @throws IllegalArgumentException when a phrase lacks its values
  public String say(String language, Sentence sentence) {
    return texts(language).say(sentence);
  }

  /// The words that the web page has of its own, by its names for them. Their gaps `{name}` are
  /// plain.
  public Map<String, String> page(String language) {
    return texts(language).texts(PAGE);
  }

  /// Whether a language is written from right to left.
  public boolean rightToLeft(String language) {
    return texts(language).rightToLeft();
  }

  private Language texts(String language) {
    return find(language(language)).orElseThrow();
  }

  private static Optional<Language> find(String language) {
    return LANGUAGES.computeIfAbsent(language, Wording::load);
  }

  private static Optional<Language> load(String language) {
    boolean shell = language.endsWith("-" + SHELL);
    String plain = shell ? language.substring(0, language.length() - SHELL.length() - 1) : language;
    Map<String, String> texts = read("/wording/" + plain + ".properties");
    if (shell) {
      texts.putAll(read("/shell/" + plain + ".properties"));
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(new Language(language, texts));
  }

  /// The texts of a file; none when it is not there.
  private static Map<String, String> read(String file) {
    Map<String, String> texts = new HashMap<>();
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      if (in != null) {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
