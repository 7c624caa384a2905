package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Parts of one, written with a stroke or as one sign, and other pairs of numbers that are written
/// alike: 24/7.
final class Fractions {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("½", "1/2"),
          Map.entry("⅓", "1/3"),
          Map.entry("¼", "1/4"),
          Map.entry("⅕", "1/5"),
          Map.entry("⅙", "1/6"),
          Map.entry("⅐", "1/7"),
          Map.entry("⅛", "1/8"),
          Map.entry("⅑", "1/9"),
          Map.entry("⅒", "1/10"),
          Map.entry("⅔", "2/3"),
          Map.entry("¾", "3/4"),
          Map.entry("⅖", "2/5"),
          Map.entry("⅗", "3/5"),
          Map.entry("⅘", "4/5"),
          Map.entry("⅚", "5/6"),
          Map.entry("⅜", "3/8"),
          Map.entry("⅝", "5/8"),
          Map.entry("⅞", "7/8"));

  private static final Pattern ARTICLE =
      Pattern.compile("(?i)\\b(?:a|an|the|every|another|last|first|next|past) $");
  private static final Pattern PART =
      Pattern.compile(
          "(?i) (?:of|cups?|inch(?:es)?|miles?|teaspoons?|tablespoons?|pints?|pounds?|ounces?|hours?|acres?|gallons?)\\b");
  private static final Pattern MARKS = Pattern.compile("(?i) ?(?:stars?|points?|marks?)\\b");

  private static final Pattern FEMININE = Pattern.compile(" \\p{L}+a(?!\\p{L})");
  private static final Pattern SOME = Pattern.compile(" an? ");

  /// Of more parts one says "over".
  private static final int MOST_PARTS = 20;

  private final Language language;
  private final Numbers numbers;

  private Fractions(Language language) {
    this.language = language;
    this.numbers = language.numbers();
  }

  static List<Rule> rules(Language language) {
    Fractions it = new Fractions(language);
    String unit = "(?:[ \\u00a0]?(?<unit>" + Measures.spaced(language) + ")(?![\\p{L}\\d]))?";
    String minus = "(?<minus>(?<![\\p{L}\\d])[-−])?";
    List<Rule> rules = new ArrayList<>();
    rules.add(
        Rule.of(
            "(?<![\\p{L}\\d.,/])(?:24/7/365|24/7|50/50|20/20|9/11|80/20|60/40)(?![\\p{L}\\d/])",
            (found, _) -> it.pair(found.group())));
    rules.add(
        Rule.of(
            minus
                + "(?<![\\p{L}\\d.,/])(?:(?<w>\\d{1,4})[ \\u00a0-])?(?<a>\\d{1,3})/(?<b>\\d{1,4})(?![\\p{L}\\d/]|[.,]\\d)"
                + unit,
            it::written));
    rules.add(
        Rule.of(
            minus + "(?:(?<w>\\d{1,4})[ \\u00a0]?)?(?<sign>[½⅓¼⅕⅙⅐⅛⅑⅒⅔¾⅖⅗⅘⅚⅜⅝⅞])" + unit,
            it::signed));
    return rules;
  }

  private String pair(String pair) {
    return Arrays.stream(pair.split("/"))
        .map(it -> numbers.cardinal(Long.parseLong(it)))
        .collect(Collectors.joining(" "));
  }

  private String signed(MatchResult found, Place place) {
    String[] parts = SIGNS.getOrDefault(found.group("sign"), "1/2").split("/", 2);
    return minus(found) + said(Long.parseLong(parts[0]), Long.parseLong(parts[1]), found, place);
  }

  private @Nullable String written(MatchResult found, Place place) {
    long top = Long.parseLong(found.group("a"));
    long bottom = Long.parseLong(found.group("b"));
    if (bottom == 0
        || found.group("b").startsWith("0")
        || (found.group("a").startsWith("0") && top > 0)) {
      return numbers.say(Numeral.whole(found.group("a")))
          + " "
          + language.word("slash")
          + " "
          + numbers.say(Numeral.whole(found.group("b")));
    }
    boolean judged =
        (bottom == 10 || bottom == 100 || (bottom == 5 && place.before(found.end(), MARKS)))
            && found.group("w") == null
            && found.group("unit") == null
            && top <= bottom
            && !place.before(found.end(), PART);
    if (judged && language.has("out.of")) {
      return numbers.cardinal(top) + " " + language.word("out.of") + " " + numbers.cardinal(bottom);
    }
    if (found.group("w") != null && top >= bottom) {
      return null;
    }
    return minus(found) + said(top, bottom, found, place);
  }

  private String minus(MatchResult found) {
    return found.group("minus") == null ? "" : language.word("minus") + " ";
  }

  private String said(long top, long bottom, MatchResult found, Place place) {
    String whole = found.group("w");
    boolean joined = whole != null || place.after(ARTICLE) || place.before(found.end(), SOME);
    boolean feminine = place.before(found.end(), FEMININE);
    String part = part(top, bottom, joined, feminine);
    String words =
        whole == null
            ? part
            : numbers.cardinal(Long.parseLong(whole))
                + " "
                + (part + " ").replaceFirst("^", language.word("fraction.join") + " ").strip();
    String unit = found.group("unit");
    if (unit == null) {
      return words;
    }
    String id = language.find("unit." + unit.replace(' ', '~')).orElse("meter");
    Numeral amount = whole == null ? Numeral.whole("1") : new Numeral(whole, "5", List.of(), false);
    return language.nouns().unit(id, amount, false).with(words);
  }

  private String part(long top, long bottom, boolean joined, boolean feminine) {
    if (language.english()) {
      return english(top, bottom, joined);
    }
    String key = "fraction." + top + "/" + bottom;
    if (joined && language.has(key + "+")) {
      return language.word(key + "+");
    }
    if (feminine && language.has(key + ".feminine")) {
      return language.word(key + ".feminine");
    }
    return language
        .find(key)
        .orElseGet(() -> {
          List<String> name = language.words("fraction." + bottom);
          if (name.isEmpty()) {
            return numbers.cardinal(top)
                + " "
                + language.find("over").orElse(language.word("slash"))
                + " "
                + numbers.cardinal(bottom);
          }
          return numbers.cardinal(top, language.word("fraction.gender"))
              + " "
              + language.nouns().form(name, top);
        });
  }

  /// One half, three quarters; two and a half, a half hour.
  private String english(long top, long bottom, boolean joined) {
    if (bottom > MOST_PARTS && bottom % 100 != 0) {
      return numbers.cardinal(top) + " over " + numbers.cardinal(bottom);
    }
    String name =
        bottom == 1
            ? "over one"
            : bottom == 2 ? "half" : bottom == 4 ? "quarter" : numbers.ordinal(bottom, "");
    if (top == 1) {
      return joined ? name : "one " + name;
    }
    return numbers.cardinal(top) + " " + (bottom == 1 ? name : bottom == 2 ? "halves" : name + "s");
  }
}
