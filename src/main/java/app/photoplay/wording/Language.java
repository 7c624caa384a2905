package app.photoplay.wording;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.text.Bidi;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// One language: its texts and how it writes money, times and lists. Each text is parsed once.
/// Thread-safe.
final class Language {
  /// Set apart what lies between them from the direction of the text around.
  private static final char ISOLATE = '\u2068';

  private static final char END = '\u2069';

  /// A command that a text names, with the options and values after it.
  private static final java.util.regex.Pattern TYPED =
      java.util.regex.Pattern.compile(
          "(?<![A-Za-z0-9])/(?:[a-z]+|\\{\\w+})"
              + "(?: (?:[A-Za-z0-9]+(?:=[\\p{L}\\p{N}:]*)?|\\{[^{}]+}))*");

  private final ULocale locale;
  private final Map<String, String> texts;
  private final Map<Phrase, Pattern> patterns = new ConcurrentHashMap<>();
  private final LocalizedNumberFormatter money;
  private final ListFormatter lists;
  private final DateTimeFormatter times;

  /// A language by its tag, such as `en`.
  ///
  /// @param texts in ICU's message format, by their keys
  Language(String tag, Map<String, String> texts) {
    this.locale = ULocale.forLanguageTag(tag);
    this.texts = Map.copyOf(texts);
    this.money = NumberFormatter.withLocale(locale);
    this.lists =
        ListFormatter.getInstance(locale, ListFormatter.Type.AND, ListFormatter.Width.NARROW);
    this.times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .localizedBy(Locale.forLanguageTag(tag));
  }

  boolean rightToLeft() {
    return locale.isRightToLeft();
  }

  /// The texts whose keys begin like this, by the rest of their keys.
  Map<String, String> texts(String prefix) {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().startsWith(prefix))
        .collect(
            Collectors.toUnmodifiableMap(
                text -> text.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  String say(Sentence sentence) {
    return switch (sentence) {
      case Phrase phrase -> say(phrase.with());
      case Sentence.Lines(var lines) ->
          lines.stream().map(this::say).collect(Collectors.joining("\n"));
      case Sentence.Filled(var phrase, var values) -> {
        Map<String, Object> written = new HashMap<>();
        values.forEach((name, value) -> written.put(name, written(value)));
        yield patterns.computeIfAbsent(phrase, this::pattern).format(written);
      }
    };
  }

  private Pattern pattern(Phrase phrase) {
    String text = texts.get(phrase.key());
    if (text == null) {
      throw new IllegalStateException("no words for " + phrase + " in " + locale);
    }
    return new Pattern(new MessageFormat(rightToLeft() ? typedApart(text) : text, locale));
  }

  /// Keeps what people are to type in the order in which they type it: the slash would else stand
  /// behind its command.
  private static String typedApart(String text) {
    return TYPED.matcher(text).replaceAll(ISOLATE + "$0" + END);
  }

  /// Numbers stay numbers: the text says how they are written.
  private Object written(Object value) {
    return switch (value) {
      case Number number -> number;
      case Sentence sentence -> say(sentence);
      case Amount amount -> isolated(money(amount));
      case ZonedDateTime moment ->
          isolated(times.format(moment) + " (" + moment.getZone().getId() + ")");
      case List<?> items ->
          lists.format(items.stream().map(item -> isolated(String.valueOf(item))).toList());
      default -> isolated(String.valueOf(value));
    };
  }

  private String money(Amount amount) {
    Currency currency = Currency.getInstance(amount.currency().getCurrencyCode());
    // Two places, or up to six where cents would hide the amount.
    Precision places =
        amount.value().scale() == 0 ? Precision.integer() : Precision.minMaxFraction(2, 6);
    return money.unit(currency).precision(places).format(amount.value()).toString();
  }

  /// Keeps a value of another direction from mixing with the sentence. A line's end would end the
  /// isolation, so each line has its own.
  private String isolated(String text) {
    char[] signs = text.toCharArray();
    return rightToLeft() || Bidi.requiresBidi(signs, 0, signs.length)
        ? ISOLATE + text.replace("\n", END + "\n" + ISOLATE) + END
        : text;
  }

  /// A parsed text. ICU's own formats must not be used by two threads at a time.
  private record Pattern(MessageFormat format) {
    String format(Map<String, Object> values) {
      synchronized (format) {
        return format.format(values);
      }
    }
  }
}
