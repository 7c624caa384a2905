package app.photoplay.provider.speech.reading;

import java.util.List;
import java.util.regex.Pattern;

/// Digits as they were written, understood.
///
/// @param integer digits before the decimal sign; leading zeros stay
/// @param fraction digits behind it; empty when there is none
/// @param parts of what is no number but digits with dots or commas between them (2.0.1; 1,2,5);
///   else empty
/// @param dotted whether dots are between the parts
record Numeral(String integer, String fraction, List<String> parts, boolean dotted) {
  /// Digits with signs between them. What follows the last digit is not part of it.
  static final String PATTERN =
      "\\d{1,40}+(?:[.,'\\u00a0\\u202f\\u2009]\\d{1,40}+){0,12}+";

  private static final Pattern GROUPED =
      Pattern.compile("[1-9]\\d{0,2}(?:[.,' \\u00a0\\u202f\\u2009]\\d{3})+");

  /// Lakhs and crores.
  private static final Pattern INDIAN = Pattern.compile("[1-9]\\d?(?:,\\d{2})+,\\d{3}");

  private static final Pattern SPACES = Pattern.compile("['\\s\\u00a0\\u202f\\u2009]");

  /// A pattern for numbers of a language, which may write spaces between thousands.
  static String pattern(Language language) {
    String spaced =
        language.has("group.space")
            ? "\\d{1,3}(?: \\d{3}){1,5}+(?![\\d])(?:[.,]\\d{1,6}(?![\\d.,]\\d))?"
            : "[1-9]\\d{0,2}(?: 000){1,4}+(?!\\d)|[1-9]\\d{0,2}(?: \\d{3}){1,4}+,\\d{1,2}(?!\\d)";
    return "(?:" + spaced + "|" + PATTERN + ")";
  }

  static Numeral of(String written, char decimalSign) {
    String text = SPACES.matcher(written).replaceAll(" ");
    int comma = text.lastIndexOf(',');
    int dot = text.lastIndexOf('.');
    int last = Math.max(comma, dot);
    if (last < 0) {
      return whole(text.replace(" ", ""));
    }
    char sign = text.charAt(last);
    String before = text.substring(0, last);
    String after = text.substring(last + 1);
    boolean once = before.indexOf(sign) < 0;
    boolean several = before.indexOf(sign == ',' ? '.' : ',') >= 0 || before.indexOf(' ') >= 0;
    if (isGrouped(text, sign) && !(once && sign == decimalSign)) {
      return whole(digits(text));
    }
    if (once && after.indexOf(' ') < 0 && (!several || isGrouped(before, sign == ',' ? '.' : ','))) {
      return new Numeral(digits(before), after, List.of(), false);
    }
    return new Numeral(digits(text), "", List.of(text.split("[., ]")), comma < 0);
  }

  /// Whether it is one number, its digits in groups parted by one sign.
  private static boolean isGrouped(String text, char sign) {
    boolean one = text.chars().filter(it -> it == ',' || it == '.' || it == ' ').distinct().count() == 1;
    return one
        && (GROUPED.matcher(text).matches() || (sign == ',' && INDIAN.matcher(text).matches()));
  }

  static Numeral whole(String digits) {
    return new Numeral(digits, "", List.of(), false);
  }

  /// The digits of a text from there on, a few at most.
  static String digits(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 9 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  boolean number() {
    return parts.isEmpty();
  }

  boolean isWhole() {
    return number() && fraction.isEmpty();
  }

  /// 007: a name more than a number.
  boolean leadingZero() {
    return integer.length() > 1 && integer.charAt(0) == '0';
  }

  /// The whole part, for its grammatical number.
  long value() {
    return integer.length() > 18 ? Long.MAX_VALUE : Long.parseLong(integer);
  }

  boolean isOne() {
    return isWhole() && value() == 1;
  }

  double amount() {
    return fraction.isEmpty() ? value() : Double.parseDouble(integer + "." + fraction);
  }
}
