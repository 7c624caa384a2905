package app.photoplay.provider.speech.reading;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of a language's numbers: those of ICU, or digits where the voices read digits better
/// than words (Arabic words have no vowels).
final class Numbers {
  private static final String RULE = "%spellout-";

  /// More digits are a name rather than a number.
  private static final int MOST_DIGITS = 15;

  private final Language language;
  private final RuleBasedNumberFormat format;
  private final Set<String> rules;
  private final boolean kept;

  Numbers(Language language) {
    this.language = language;
    this.format = new RuleBasedNumberFormat(language.locale(), RuleBasedNumberFormat.SPELLOUT);
    this.rules = Set.copyOf(Arrays.asList(format.getRuleSetNames()));
    this.kept = language.has("digits.kept");
  }

  /// Whether digits stay digits.
  boolean kept() {
    return kept;
  }

  /// A whole number.
  String cardinal(long number) {
    return spell(number, "numbering", "cardinal");
  }

  /// A whole number before a noun.
  ///
  /// @param gender `masculine`, `feminine`, `neuter`, or a whole rule of ICU; empty when there is
  ///   none
  String cardinal(long number, String gender) {
    if (gender.isEmpty()) {
      return cardinal(number);
    }
    return spell(number, "cardinal-" + gender, gender, "cardinal", "numbering");
  }

  /// A rank.
  ///
  /// @param form the end of ICU's rule: `masculine-genitive`; may be empty
  String ordinal(long number, String form) {
    String first = form.isEmpty() ? "ordinal" : "ordinal-" + form;
    return spell(number, first, "ordinal", "ordinal-masculine", "ordinal-common", "numbering");
  }

  String year(long year) {
    if (language.english() && year % 100 == 0 && year % 1000 != 0) {
      return cardinal(year / 100) + " hundred";
    }
    if (language.has("year.hundred") && year >= 1100 && year < 2000) {
      String rest = year % 100 == 0 ? "" : cardinal(year % 100);
      return (cardinal(year / 100) + language.word("year.hundred") + rest).strip();
    }
    String said =
        spell(year, language.has("year.rule") ? "numbering-year" : "cardinal", "numbering");
    return language.english() ? said.replace("oh-", "oh ") : said;
  }

  /// By any of ICU's rules, the first that there is.
  String spell(long number, String... names) {
    if (kept) {
      return Long.toString(number);
    }
    for (String name : names) {
      if (rules.contains(RULE + name)) {
        return clean(formatted(number, RULE + name));
      }
    }
    return clean(formatted(number, format.getDefaultRuleSetName()));
  }

  private synchronized String formatted(long number, String rule) {
    return format.format(number, rule);
  }

  /// Without the soft hyphens that ICU puts between the parts of a word.
  private static String clean(String words) {
    return words.replace("\u00AD", "").replace('−', '-').replace('ʼ', '\'');
  }

  /// Each digit by itself.
  String digits(String digits) {
    if (kept) {
      return String.join(" ", digits.split(""));
    }
    return digits
        .chars()
        .mapToObj(it -> cardinal(Character.digit(it, 10)))
        .collect(Collectors.joining(" "));
  }

  String say(Numeral number) {
    return say(number, "");
  }

  /// Any number, as it stands.
  String say(Numeral number, String gender) {
    if (!number.number()) {
      return parts(number);
    }
    if (!number.fraction().isEmpty()) {
      return decimal(number);
    }
    boolean name = number.leadingZero() || number.integer().length() > MOST_DIGITS;
    return name ? digits(number.integer()) : cardinal(number.value(), gender);
  }

  private String parts(Numeral number) {
    List<String> said = new ArrayList<>();
    boolean address = number.parts().size() == 4 && number.dotted();
    for (String part : number.parts()) {
      boolean name = (part.length() > 1 && part.charAt(0) == '0') || part.length() > MOST_DIGITS;
      said.add(
          name || (address && part.length() > 2) ? digits(part) : cardinal(Long.parseLong(part)));
    }
    String dot = address ? language.word("dot") : language.word("version.point");
    return String.join(number.dotted() ? " " + dot + " " : ", ", said).replaceAll(" {2,}", " ");
  }

  private String decimal(Numeral number) {
    if (kept) {
      return number.integer() + language.decimalSign() + number.fraction();
    }
    if (language.has("decimal.tenths")) {
      String tenths = tenths(number);
      if (!tenths.isEmpty()) {
        return tenths;
      }
    }
    String integer =
        number.integer().length() > MOST_DIGITS
            ? digits(number.integer())
            : cardinal(Long.parseLong(number.integer()));
    return integer + " " + point(number) + " " + fraction(number.fraction());
  }

  private String point(Numeral number) {
    List<String> forms = language.words("decimal");
    if (forms.isEmpty()) {
      return "";
    }
    return language.nouns().form(forms, number.value());
  }

  private String fraction(String fraction) {
    boolean asNumber =
        language.has("decimal.number") && fraction.length() <= 2 && fraction.charAt(0) != '0';
    return asNumber ? cardinal(Long.parseLong(fraction)) : digits(fraction);
  }

  /// пять целых пять десятых
  private String tenths(Numeral number) {
    String fraction = number.fraction();
    List<String> names = language.words("decimal.tenths");
    int forms = 2;
    if (fraction.length() * forms > names.size() || number.integer().length() > MOST_DIGITS) {
      return "";
    }
    long part = Long.parseLong(fraction);
    boolean one = part % 10 == 1 && part % 100 != 11;
    String name = names.get((fraction.length() - 1) * forms + (one ? 0 : 1));
    List<String> wholes = language.words("decimal");
    boolean oneWhole = number.value() % 10 == 1 && number.value() % 100 != 11;
    return cardinal(number.value(), "feminine")
        + " "
        + wholes.get(oneWhole ? 0 : 1)
        + " "
        + cardinal(part, "feminine")
        + " "
        + name;
  }
}
