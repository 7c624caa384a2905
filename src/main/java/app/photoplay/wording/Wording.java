package app.photoplay.wording;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says sentences in a person's language. Thread-safe.
public final class Wording {
  /// The languages there are texts for, by their two letters.
  public static final Set<String> LANGUAGES = Set.of("en");

  private final String fallback;
  private final Map<String, Map<String, String>> texts = new ConcurrentHashMap<>();

  /// Speaks the person's language where there are texts, else this one.
  public Wording(String fallback) {
    this.fallback = LANGUAGES.contains(fallback) ? fallback : "en";
  }

  /// The language to use for a tag that a platform states, such as `pt-BR`; it may be empty or
  /// nonsense.
  public String language(String tag) {
    String language = tag.isEmpty() ? "" : Locale.forLanguageTag(tag).getLanguage();
    return LANGUAGES.contains(language) ? language : fallback;
  }

  /// A sentence without values.
  public String say(String language, Phrase phrase) {
    return say(language, phrase, Map.of());
  }

  /// A sentence with named values: strings and numbers.
  public String say(String language, Phrase phrase, Map<String, ?> values) {
    String spoken = language(language);
    Map<String, String> known = texts.computeIfAbsent(spoken, Wording::load);
    String pattern = known.get(phrase.name().toLowerCase(Locale.ROOT));
    if (pattern == null) {
      throw new IllegalStateException("no words for " + phrase + " in " + spoken);
    }
    MessageFormat format = new MessageFormat(pattern, ULocale.forLanguageTag(spoken));
    // People would read the bare name of the value; tests, which run with assertions, fail.
    assert values.keySet().containsAll(format.getArgumentNames()) : phrase + " with " + values;
    return format.format(new HashMap<>(values));
  }

  /// An amount: two places, or up to six where cents would hide it. `$0.25`, `$0.0042`.
  public String money(long microUsd) {
    BigDecimal dollars = BigDecimal.valueOf(microUsd, 6).stripTrailingZeros();
    BigDecimal shown =
        dollars.scale() < 2 ? dollars.setScale(2, RoundingMode.UNNECESSARY) : dollars;
    return (shown.signum() < 0 ? "-$" : "$") + shown.abs().toPlainString();
  }

  /// A point in time as the person's clock shows it, with the zone's name.
  public String time(String language, Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .localizedBy(Locale.forLanguageTag(language(language)))
            .format(instant.atZone(zone))
        + " ("
        + zone.getId()
        + ")";
  }

  private static Map<String, String> load(String language) {
    Properties properties = new Properties();
    try (var in = Wording.class.getResourceAsStream("/wording/" + language + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("no texts in " + language);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return Map.copyOf(texts);
  }
}
