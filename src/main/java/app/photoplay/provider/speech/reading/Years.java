package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Years and decades.
final class Years {
  private static final Pattern ERA =
      Pattern.compile(" ?(?:AD|BC|BCE|CE|A\\.D\\.|B\\.C\\.)(?!\\p{L})");
  private static final Pattern WHOSE =
      Pattern.compile("(?i)(?:\\b(?:the|his|her|my|their|your|our|early|mid|late)[ -])$");
  private static final Pattern AGE =
      Pattern.compile("(?i)(?:plays?|for|in|about|around|takes?|lasts?|only|just) $");

  private final Language language;
  private final Numbers numbers;
  private final Pattern before;
  private final Pattern list;
  private final Pattern noYear;

  private Years(Language language) {
    this.language = language;
    this.numbers = language.numbers();
    this.before = Pattern.compile("(?iu)(?<!\\p{L})" + language.anyOf("year.before") + " ?['’(]?$");
    String year = "(?:1\\d{3}|20\\d\\d)";
    String comma = "(?:, ?| )(?:" + Pattern.quote(language.word("and")) + " )?";
    this.list =
        Pattern.compile(
            "(?iu)(?<!\\p{L})"
                + language.anyOf("year.before")
                + " "
                + year
                + "(?:"
                + comma
                + year
                + ")*"
                + comma
                + "$");
    this.noYear = Pattern.compile("(?iu)[ -]?(?:" + language.anyOf("year.not") + ")(?!\\p{L})");
  }

  static List<Rule> rules(Language language) {
    Years it = new Years(language);
    List<Rule> rules = new ArrayList<>();
    String free = "(?<![\\p{L}\\d.,:/+$€£-])";
    String end = "(?![\\p{L}\\d%°]|[.,:/]\\d)";
    if (language.english()) {
      rules.add(
          Rule.of(
              "(?<![\\p{L}\\d.,:])['’]?(?<c>1[0-9]|20)?(?<d>\\d)0['’]?s(?!\\p{L})",
              (found, place) -> it.decade(found, place)));
    }
    if (language.has("decade.suffix")) {
      rules.add(
          Rule.of(
              free + "(?<n>(?:1\\d|20)?\\d0)" + language.anyOf("decade.suffix") + "(?!\\p{L})",
              (found, _) -> it.ownDecade(found)));
    }
    language
        .entries("year.when.")
        .values()
        .forEach(when -> {
          String[] parts = when.split("@", 3);
          rules.add(
              Rule.of(
                  free + "(?<y>1\\d{3}|20\\d\\d)(?=" + parts[2] + ")",
                  (found, place) ->
                      parts[1].isEmpty() || place.after(Pattern.compile(parts[1]))
                          ? it.numbers.spell(Long.parseLong(found.group("y")), parts[0])
                          : null));
        });
    rules.add(
        Rule.of(
            free + "(?<y>1[1-9]\\d\\d|20\\d\\d) ?[-–—] ?(?<z>1[1-9]\\d\\d|20\\d\\d|\\d\\d)" + end,
            it::span));
    rules.add(Rule.of(free + "(?<y>1[0-9]\\d\\d|20\\d\\d)" + end + "(?! ?[–—-] ?\\d)", it::year));
    return rules;
  }

  private @Nullable String year(MatchResult found, Place place) {
    long year = Long.parseLong(found.group("y"));
    if (place.before(found.end(), noYear)) {
      return null;
    }
    boolean sure = (year >= 1900 && year < 2100) || place.before(found.end(), ERA);
    return sure || place.after(before) || place.after(list) ? numbers.year(year) : null;
  }

  private String span(MatchResult found, Place place) {
    String last = found.group("z");
    String to =
        last.length() == 2 ? numbers.say(Numeral.whole(last)) : numbers.year(Long.parseLong(last));
    return numbers.year(Long.parseLong(found.group("y"))) + " " + language.word("to") + " " + to;
  }

  private @Nullable String decade(MatchResult found, Place place) {
    String century = found.group("c");
    int tens = Integer.parseInt(found.group("d"));
    boolean apostrophe = found.group().startsWith("'") || found.group().startsWith("’");
    boolean seconds = tens < 7 ? !place.after(WHOSE) : place.after(AGE);
    if (century == null && (tens < 2 || (!apostrophe && seconds))) {
      return null; // seconds
    }
    if (tens == 0) {
      return century.equals("20")
          ? "two thousands"
          : numbers.cardinal(Long.parseLong(century)) + " hundreds";
    }
    String said = tens == 1 ? "tens" : numbers.cardinal(tens * 10L).replaceAll("y$", "ies");
    return century == null ? said : numbers.cardinal(Long.parseLong(century)) + " " + said;
  }

  private String ownDecade(MatchResult found) {
    long number = Long.parseLong(found.group("n"));
    String rule = language.word("decade.rule");
    String said = rule.isEmpty() ? numbers.year(number) : numbers.spell(number, rule);
    return language.find("decade").orElse("{0}").replace("{0}", said);
  }
}
