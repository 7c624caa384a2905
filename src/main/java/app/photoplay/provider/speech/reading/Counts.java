package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers that are nothing more special, alone, from one to another, or one against another.
final class Counts {
  private static final Pattern EQUALS = Pattern.compile("[^\\n=]{0,12}=");
  private static final Pattern SCREEN =
      Pattern.compile(
          "(?i)[ -]?(?:run|race|walk|video|tv|resolution|monitor|display|ultra|hd|uhd|footage|movie|screen|camera|quality)");
  private static final Pattern COUNTED = Pattern.compile(" \\p{Ll}{3,}");
  private static final Pattern ROOM =
      Pattern.compile("(?i)\\b(?:room|suite|apartment|apt\\.?|flight|gate|highway|route|bus) $");

  /// Which form of a number stands before which words.
  private record Gender(String rule, Pattern number, Pattern next) {
    static Gender of(String entry) {
      String[] parts = entry.split("@", 3);
      String next = "[ \\u00a0]?(?iu:" + parts[2] + ")(?!\\p{L})";
      return new Gender(parts[0], Pattern.compile(parts[1]), Pattern.compile(next));
    }
  }

  private final Language language;
  private final Numbers numbers;
  private final List<Gender> genders;

  private Counts(Language language) {
    this.language = language;
    this.numbers = language.numbers();
    this.genders = language.entries("gender.").values().stream().map(Gender::of).toList();
  }

  static List<Rule> rules(Language language) {
    Counts it = new Counts(language);
    String number = Numeral.pattern(language);
    String free = "(?<![\\p{L}\\d.,])";
    List<Rule> rules = new ArrayList<>();
    if (language.english()) {
      rules.add(
          Rule.of(
              free + "(?<n>\\d{3})(?![\\p{L}\\d:/%-]|[.,]\\d)",
              (found, place) -> place.after(ROOM) ? it.room(found.group()) : null));
    }
    rules.add(
        Rule.of(
            free + "(?<n>" + number + ") ?[x×X] ?(?=\\d)",
            (found, place) ->
                it.side(found.group("n"))
                    + " "
                    + language.word(place.before(found.end(), EQUALS) ? "times" : "by")
                    + " "));
    rules.add(
        Rule.of(
            "(?<=\\d ?[x×X] ?)(?<n>\\d{4})(?![\\p{L}\\d]|[.,]\\d)",
            (found, _) -> it.side(found.group("n"))));
    rules.add(
        Rule.of(
            free + "(?<n>" + number + ") ?/ ?(?<per>" + Scales.per(language) + ")(?!\\p{L})",
            (found, _) ->
                it.say(found.group("n")) + " " + Scales.perWords(language, found.group("per"))));
    rules.add(
        Rule.of(
            free + "(?<n>" + number + ")[x×](?!\\p{L})",
            (found, _) -> it.say(found.group("n")) + " " + language.word("times")));
    rules.add(
        Rule.of(
            free + "(?<n>\\d{1,3}) ?: ?(?<m>\\d{1,3})(?![\\p{L}\\d:.,]\\d|\\d|:)",
            (found, _) -> it.against(found)));
    rules.add(
        Rule.of(
            free + "(?<minus>[-−](?=\\d))(?<n>" + number + ")",
            (found, _) -> language.word("minus") + " " + it.say(found.group("n"))));
    rules.add(Rule.of("(?<![\\p{L}.,])(?<n>" + number + ")(?: ?(?:--|[–—-]) ?(?=\\d))", it::range));
    rules.add(
        Rule.of(
            "(?<![\\p{L}\\d])(?<n>"
                + number
                + ")(?<scale>"
                + Scales.plain(language)
                + ")(?![\\p{L}\\d])",
            it::scaled));
    rules.add(
        Rule.of(
            "[.](?<n>\\d{1,12})(?!\\d|[.,]\\d)",
            (found, place) ->
                Character.isLetterOrDigit(place.previous())
                    ? null
                    : it.say("0" + language.decimalSign() + found.group("n"))));
    rules.add(Rule.of("(?<n>" + number + ")", it::plain));
    return rules;
  }

  /// One side of a picture: nineteen twenty by ten eighty.
  private String side(String digits) {
    return language.english() && digits.matches("[1-9]\\d{3}")
        ? numbers.year(Long.parseLong(digits))
        : say(digits);
  }

  private String say(String written) {
    return numbers.say(Numeral.of(written, language.decimalSign()));
  }

  /// Room 101: one oh one.
  private String room(String digits) {
    long first = Long.parseLong(digits.substring(0, 1));
    long rest = Long.parseLong(digits.substring(1));
    if (digits.startsWith("0")) {
      return numbers.digits(digits);
    }
    String last =
        rest == 0 ? "hundred" : rest < 10 ? "oh " + numbers.cardinal(rest) : numbers.cardinal(rest);
    return numbers.cardinal(first) + " " + last;
  }

  private String against(MatchResult found) {
    String link = language.find("against").orElse(language.word("to"));
    return say(found.group("n"))
        + (link.equals("-") ? " " : " " + link + " ")
        + say(found.group("m"));
  }

  private String range(MatchResult found, Place place) {
    Numeral number = Numeral.of(found.group("n"), language.decimalSign());
    String said = numbers.say(number);
    boolean difference = place.before(found.end(), EQUALS);
    String next = Numeral.digits(place.text(), found.end());
    boolean name =
        number.isWhole()
            && (found.group("n").length() > 4
                || found.group("n").equals(next)
                || (next.length() > 2
                    && Long.parseLong(next) < number.value()
                    && number.value() > 99));
    String link = difference ? language.word("minus") : name ? "" : language.word("to");
    return link.isEmpty() ? said + " " : said + " " + link + " ";
  }

  private String scaled(MatchResult found, Place place) {
    Numeral number = Numeral.of(found.group("n"), language.decimalSign());
    String scale = found.group("scale");
    if (scale.equals("B") && number.isWhole() && !place.before(found.end(), COUNTED)) {
      return numbers.say(number) + " B"; // a house, a bus
    }
    boolean name =
        scale.equalsIgnoreCase("k")
            && (place.before(found.end(), SCREEN)
                || (scale.equals("K") && (number.value() == 4 || number.value() == 8)));
    String said = numbers.say(number);
    return name ? said + " K" : said + " " + Scales.words(language, scale, number);
  }

  private @Nullable String plain(MatchResult found, Place place) {
    Numeral number = Numeral.of(found.group("n"), language.decimalSign());
    if (found.group("n").matches("\\d{10,}") && !numbers.kept()) {
      return numbers.digits(found.group("n"));
    }
    return numbers.say(number, gender(number, place, found.end()));
  }

  /// What the next word says of the gender of a number that changes with it.
  private String gender(Numeral number, Place place, int end) {
    if (!number.isWhole() || number.leadingZero()) {
      return "";
    }
    return genders.stream()
        .filter(
            it -> it.number().matcher(number.integer()).matches() && place.before(end, it.next()))
        .map(Gender::rule)
        .findFirst()
        .orElse("");
  }
}
