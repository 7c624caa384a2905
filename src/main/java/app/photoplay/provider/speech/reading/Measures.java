package app.photoplay.provider.speech.reading;

import app.photoplay.provider.speech.reading.Nouns.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers with units, percent and degrees, glued or apart, also from one to another.
final class Measures {
  private static final Pattern ARTICLE =
      Pattern.compile("(?i)\\b(?:a|an|another|every|this|that) $");
  private static final Pattern THING =
      Pattern.compile(
          "[ -](?!and |or |of |off |per |to |in |on |from |more |less |away |ago |long )\\p{Ll}{3,}");

  private final Language language;
  private final Numbers numbers;
  private final Map<String, String> units;

  private Measures(Language language) {
    this.language = language;
    this.numbers = language.numbers();
    this.units = new HashMap<>(language.entries("unit."));
    this.units.putAll(language.entries("glued."));
    this.units.values().removeIf("-"::equals);
  }

  /// A pattern for the units of a language; with [#glued] those that need to touch their number.
  static String spaced(Language language) {
    return Language.anyOf(
        language.entries("unit.").entrySet().stream()
            .filter(it -> !it.getValue().equals("-"))
            .map(Map.Entry::getKey));
  }

  static String glued(Language language) {
    return Language.anyOf(language.entries("glued.").keySet().stream());
  }

  static List<Rule> rules(Language language) {
    Measures it = new Measures(language);
    String number = Numeral.pattern(language);
    String start = "(?<minus>(?<![\\p{L}\\d])[-−])?(?<![\\p{L}\\d.,:/])(?<n>" + number + ")";
    String more = "(?:(?:[ \\u00a0]?(?:" + spaced(language) + "))? ?[–—-] ?(?<m>" + number + "))?";
    String scale = "(?:[ \\u00a0]?(?<scale>" + Scales.plain(language) + ")(?![\\p{L}\\d]))?";
    String unit = "(?<unit>[ \\u00a0]?-?(?:" + spaced(language) + ")|(?:" + glued(language) + "))";
    String per = "(?: ?/ ?(?<per>" + Scales.per(language) + "))?(?![\\p{L}\\d²³]|\\.\\d)";
    List<Rule> rules = new ArrayList<>();
    if (language.english()) {
      rules.addAll(it.feet());
    }
    rules.add(Rule.of(start + more + scale + unit + per, it::said));
    return rules;
  }

  /// 5'10", 6 ft 2 in
  private List<Rule> feet() {
    return List.of(
        Rule.of(
            "(?<![\\p{L}\\d.,])(?<f>\\d{1,2})(?:['’′]| ?ft\\.? )(?<i>\\d{1,2})(?:[\"”″]|''| ?in(?:\\b\\.?)|(?=[\\s.,;!?)]|$))",
            (found, _) ->
                numbers.cardinal(Long.parseLong(found.group("f")))
                    + " foot "
                    + numbers.cardinal(Long.parseLong(found.group("i")))),
        Rule.of(
            "(?<![\\p{L}\\d.,'\"“])(?<i>\\d{1,3})(?:[″\"](?=[\\s.,;!?)]|$)| in\\.(?= \\p{Ll}|$))",
            (found, place) -> {
              boolean quote =
                  !found.group().endsWith(".")
                      && place
                                  .text()
                                  .substring(Math.max(0, place.from() - 30), place.from())
                                  .chars()
                                  .filter(it -> it == '"')
                                  .count()
                              % 2
                          == 1;
              return quote ? null : numbers.cardinal(Long.parseLong(found.group("i"))) + " inches";
            }),
        Rule.of(
            "(?<![\\p{L}\\d.,'])(?<f>\\d{1,2})(?:′|'(?= (?:tall|long|wide|high|deep|x|by)\\b))",
            (found, _) -> numbers.cardinal(Long.parseLong(found.group("f"))) + " feet"));
  }

  private @Nullable String said(MatchResult found, Place place) {
    Numeral number = Numeral.of(found.group("n"), language.decimalSign());
    if (!number.number() || (number.leadingZero() && !found.group("n").contains("."))) {
      return null;
    }
    String id = units.get(found.group("unit").replaceAll("^[ \\u00a0]?-?", ""));
    if (id == null) {
      return null;
    }
    String first = found.group("minus") == null ? "" : language.word("minus") + " ";
    Numeral last = number;
    if (found.group("m") != null) {
      last = Numeral.of(found.group("m"), language.decimalSign());
      if (!last.number()) {
        return null;
      }
      Counted one = counted(id, number, "", found, place);
      first += numbers.say(number, one.gender()) + " " + language.word("to") + " ";
    }
    String scale = found.group("scale");
    Counted counted = counted(id, last, scale == null ? "" : scale, found, place);
    String amount = numbers.say(last, counted.gender());
    if (scale != null) {
      amount += " " + Scales.words(language, scale, last);
    }
    String said = first + counted.with(amount);
    String per = found.group("per");
    if (per != null) {
      return said + " " + Scales.perWords(language, per);
    }
    return found.group().endsWith(".") && place.ends(found.end()) ? said + "." : said;
  }

  private Counted counted(String id, Numeral number, String scale, MatchResult found, Place place) {
    boolean adjective =
        language.english()
            && !number.isOne()
            && found.group("per") == null
            && ((place.after(ARTICLE) && place.before(found.end(), THING))
                || place.before(found.end(), Pattern.compile("-\\p{L}")));
    return language
        .nouns()
        .unit(
            id,
            adjective ? Numeral.whole("1") : number,
            !scale.isEmpty() && !Scales.isThousand(language, scale));
  }
}
