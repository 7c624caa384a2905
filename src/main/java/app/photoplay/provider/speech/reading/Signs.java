package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Single signs: those that are said, those that make a pause, and the many that are silent.
final class Signs {
  private static final Pattern LINE_START = Pattern.compile("(?:^|\\n)[ \\t]*$");
  private static final Pattern VALUE_BEFORE = Pattern.compile("[\\p{L}\\d)²³]\\s?$");
  private static final Pattern VALUE_AFTER = Pattern.compile("\\s?[-+]?[\\p{L}\\d(√π$€£]");
  private static final Pattern DIGIT_BEFORE = Pattern.compile("\\d\\s?$");
  private static final Pattern DIGIT_AFTER = Pattern.compile("\\s?-?\\d");
  private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})\\p{Lu}{1,5}$");
  private static final Pattern LOVER =
      Pattern.compile("(?iu)(?<!\\p{L})(?:i|we|you|they|who|all) $");
  private static final Pattern LOVED = Pattern.compile(" ?\\p{L}");

  private final Language language;
  private final Pattern rangeBefore;
  private final Pattern rangeAfter;

  private Signs(Language language) {
    this.language = language;
    this.rangeBefore =
        Pattern.compile(
            "(?<![\\p{L}-])" + language.anyOf("range.words") + "(?:(?<=\\p{L}\\p{L})\\.)?$");
    this.rangeAfter = Pattern.compile(language.anyOf("range.words") + "(?![\\p{L}-])");
  }

  static List<Rule> rules(Language language) {
    Signs it = new Signs(language);
    List<Rule> rules = new ArrayList<>();
    rules.add(
        Rule.of(
            "(?<![\\p{L}\\d])(?:[:;=][-'^o]?[)(\\]\\[DPp|*]|[:;]-?[/3oOxX\\\\])(?![\\p{L}\\d])",
            (_, _) -> ""));
    rules.add(Rule.of("(?:[♥❤♡💕💖💗💙💚💛🧡💜🖤🤍🤎]|<3(?!\\d))+", it::heart));
    rules.add(Rule.of("(?:<?[-=]+>|[→⇒➡➔➜⟶↦])", it::arrow));
    rules.add(Rule.of("[\\-–—]{2,}|[–—]", (found, place) -> it.dash(found, place)));
    rules.add(Rule.of("[-\\u2010\\u2011]", it::hyphen));
    rules.add(Rule.of("(?<=[\\p{L}\\d)])[²³]|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+|\\^[-+]?\\d{1,6}", it::power));
    rules.add(
        Rule.of(
            "[•‣◦▪●○■□–·∙►▶✓✔☑*+](?= )",
            (found, place) ->
                place.after(LINE_START) ? "" : it.sign(found.group(), place, found.end())));
    rules.add(Rule.of("/", it::slash));
    rules.add(Rule.of("(?<=^|\\n)\\d{1,3}[.)](?= )", (found, _) -> found.group()));
    rules.add(Rule.of("#(?= ?\\d)", (_, _) -> language.word("number") + " "));
    Map<String, String> signs = language.entries("sign.");
    rules.add(
        Rule.of(
            Language.anyOf(signs.keySet().stream()),
            (found, place) -> it.sign(found.group(), place, found.end())));
    rules.add(
        Rule.of("[.,:;!?\"()'’‘“”„«»‹›¿¡…،؛؟。、，！？：；।॥「」『』（）《》・～]", (found, _) -> found.group()));
    rules.add(Rule.of("[|]", (_, _) -> ","));
    return rules;
  }

  private String heart(MatchResult found, Place place) {
    boolean verb = language.has("heart") && place.after(LOVER) && place.before(found.end(), LOVED);
    return verb ? language.word("heart") : "";
  }

  private String arrow(MatchResult found, Place place) {
    boolean between = place.after(VALUE_BEFORE) && place.before(found.end(), VALUE_AFTER);
    return between ? " " + language.word("to") + " " : "";
  }

  private String dash(MatchResult found, Place place) {
    if (range(place, found.end())) {
      return " " + language.word("to") + " ";
    }
    boolean word = Character.isLetterOrDigit(place.previous());
    return place.after(LINE_START)
        ? ""
        : word || Character.isWhitespace(place.previous()) ? ", " : "";
  }

  private String hyphen(MatchResult found, Place place) {
    char before = place.previous();
    char after = place.next(found.end());
    if (Character.isLetter(before) && Character.isLetter(after)) {
      boolean initials =
          Character.isUpperCase(before) && Character.isUpperCase(after) && place.after(INITIALS);
      return range(place, found.end()) ? " " + language.word("to") + " " : initials ? " " : "-";
    }
    if (before == '.' && range(place, found.end())) {
      return " " + language.word("to") + " "; // Mon.-Fri.
    }
    if (Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)) {
      return " ";
    }
    return Character.isWhitespace(before)
            && Character.isWhitespace(after)
            && !place.after(LINE_START)
        ? ","
        : "";
  }

  /// A-Z, Mon-Fri, May-June
  private boolean range(Place place, int end) {
    if (!language.has("range.words")) {
      return false;
    }
    return place.after(rangeBefore) && place.before(end, rangeAfter);
  }

  private String power(MatchResult found, Place place) {
    String written = found.group();
    if (written.equals("²") || written.equals("^2")) {
      return language.word("squared");
    }
    if (written.equals("³") || written.equals("^3")) {
      return language.word("cubed");
    }
    String digits =
        java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC).replace('−', '-');
    String number = digits.replaceAll("\\D", "");
    if (number.isEmpty()) {
      return "";
    }
    boolean raised =
        written.startsWith("^")
            || DIGIT_BEFORE.matcher(String.valueOf(place.previous())).find()
            || Character.isLetter(place.previous());
    String minus = digits.contains("-") ? language.word("minus") + " " : "";
    String said =
        minus
            + language
                .numbers()
                .say(
                    Numeral.whole(
                        number.length() > 1 ? number.replaceFirst("^0+(?=\\d)", "") : number));
    return raised ? " " + language.word("power") + " " + said : said;
  }

  private String slash(MatchResult found, Place place) {
    String before = last(place.text(), place.from());
    String after = first(place.text(), found.end());
    String own =
        language.word(
            "slash."
                + before.toLowerCase(java.util.Locale.ROOT)
                + "/"
                + after.toLowerCase(java.util.Locale.ROOT));
    if (!own.isEmpty()) {
      return own.equals("_") ? " " : " " + own + " ";
    }
    if (before.isEmpty() || after.isEmpty()) {
      boolean apart =
          Character.isWhitespace(place.previous())
              && Character.isWhitespace(place.next(found.end()));
      return apart ? "," : before.isEmpty() && after.isEmpty() ? "" : " ";
    }
    boolean letters =
        Character.isLetter(before.codePointAt(0)) && Character.isLetter(after.codePointAt(0));
    if (letters
        && language.has("per.unit." + after)
        && language.has("per")
        && before.matches(".*(?:s|" + language.word("per.before") + ")")) {
      return " " + language.word("per") + " ";
    }
    boolean initials = Capitals.all(before) && Capitals.all(after) && before.length() < 5;
    if (letters && !initials && language.has("or")) {
      return " " + language.word("or") + " ";
    }
    boolean both =
        Character.isDigit(before.codePointAt(0)) && Character.isDigit(after.codePointAt(0));
    return both ? " " + language.word("slash") + " " : " ";
  }

  private static String last(String text, int end) {
    int from = end;
    while (from > 0 && end - from < 40 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  private static String first(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 40 && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  /// Most signs are said wherever they stand; some only between two values.
  private String sign(String sign, Place place, int end) {
    String words = language.word("sign." + sign);
    if (words.isEmpty()) {
      return "";
    }
    if (words.startsWith("?")) {
      boolean between = place.after(DIGIT_BEFORE) && place.before(end, DIGIT_AFTER);
      return between ? " " + words.substring(1) + " " : "";
    }
    if (words.startsWith("~")) {
      boolean between = place.after(VALUE_BEFORE) && place.before(end, VALUE_AFTER);
      return between ? " " + words.substring(1) + " " : "";
    }
    return " " + words + " ";
  }
}
