package app.photoplay.provider.speech.reading;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DisplayOptions.NounClass;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with the nouns that they count: units and currencies.
final class Nouns {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)?");

  private final Language language;
  private final PluralRules plurals;
  private final LocalizedNumberFormatter format;

  Nouns(Language language) {
    this.language = language;
    this.plurals = PluralRules.forLocale(language.locale());
    this.format =
        NumberFormatter.withLocale(language.locale())
            .unitWidth(UnitWidth.FULL_NAME)
            .grouping(GroupingStrategy.OFF)
            .symbols(NumberingSystem.LATIN);
  }

  /// The form of a noun for a number.
  ///
  /// @param forms for one, a few, many (and none), and parts, as many as the language has
  String form(List<String> forms, long number) {
    return form(forms, plurals.select((double) number));
  }

  private static String form(List<String> forms, String category) {
    int index =
        switch (category) {
          case "one" -> 0;
          case "two", "few" -> 1;
          default -> 2;
        };
    return forms.get(Math.min(index, forms.size() - 1));
  }

  private String form(List<String> forms, Numeral number, boolean scaled) {
    if (scaled) {
      return form(forms, "many");
    }
    if (!number.isWhole()) {
      // Parts of something: the last form where there are four, the second of three
      return forms.get(forms.size() == 3 ? 1 : forms.size() - 1);
    }
    return form(forms, number.value());
  }

  /// What is counted, with a hole for the number.
  ///
  /// @param pattern `{0} kilometres`
  /// @param gender of the noun, as [Numbers#cardinal] takes it
  record Counted(String pattern, String gender) {
    String with(String number) {
      return pattern.replace("{0}", number);
    }
  }

  /// A unit.
  ///
  /// @param id of ICU (`kilometer-per-hour`), or behind `=` the forms of a noun, before which may
  ///   stand its gender (`feminine:`)
  Counted unit(String id, Numeral number, boolean scaled) {
    if (id.startsWith("=")) {
      return own(id.substring(1), number, scaled);
    }
    return language
        .find("noun." + id)
        .map(forms -> own(forms, number, scaled))
        .orElseGet(() -> counted(format.unit(MeasureUnit.forIdentifier(id)), number, scaled));
  }

  /// A currency.
  ///
  /// @param code ISO 4217
  Counted currency(String code, Numeral number, boolean scaled) {
    return language
        .find("money." + code)
        .map(forms -> own(forms, number, scaled))
        .orElseGet(() ->
            counted(
                format.unit(Currency.getInstance(code)).precision(Precision.unlimited()),
                number,
                scaled));
  }

  Counted own(String forms, Numeral number, boolean scaled) {
    String[] gendered = forms.split(":", 2);
    String noun = form(List.of(gendered[gendered.length - 1].split("\\|")), number, scaled);
    String pattern = noun.contains("{0}") ? noun : "{0}" + space() + scale(noun, scaled);
    return new Counted(pattern, gendered.length > 1 ? gendered[0] : "");
  }

  /// Between "millions" and what there are millions of stands a word in some languages.
  private String scale(String noun, boolean scaled) {
    return scaled && language.has("scale.of") ? language.word("scale.of") + " " + noun : noun;
  }

  private String space() {
    return language.has("spaceless") ? "" : " ";
  }

  private Counted counted(LocalizedNumberFormatter unit, Numeral number, boolean scaled) {
    BigDecimal value =
        scaled
            ? BigDecimal.valueOf(5_000_000)
            : new BigDecimal(number.integer() + (number.isWhole() ? "" : "." + number.fraction()));
    FormattedNumber formatted = unit.format(value);
    Matcher digits = DIGITS.matcher(formatted.toString());
    String pattern =
        digits.find()
            ? formatted.toString().substring(0, digits.start())
                + "{0}"
                + formatted.toString().substring(digits.end())
            : "{0} " + formatted;
    if (scaled && language.has("scale.of")) {
      pattern = pattern.replace("{0} ", "{0} " + language.word("scale.of") + " ");
    }
    return new Counted(pattern.replace('\u00a0', ' ').replace('\u202f', ' '), gender(formatted));
  }

  private static String gender(FormattedNumber formatted) {
    NounClass gender = formatted.getNounClass();
    return switch (gender) {
      case FEMININE -> "feminine";
      case NEUTER -> "neuter";
      case MASCULINE, ANIMATE, INANIMATE, PERSONAL -> "masculine";
      case COMMON -> "common";
      case null, default -> "";
    };
  }
}
