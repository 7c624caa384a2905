package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Roman numerals behind names and chapters and before centuries; never by themselves.
final class Romans {
  private static final Map<Character, Integer> VALUES =
      Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100, 'D', 500, 'M', 1000);
  private static final Pattern VALID =
      Pattern.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
  private static final Pattern CLOSED = Pattern.compile("[ \\u00a0]?(?:[.,:;!?)\\n–—-]|$)");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'.]+ $");

  private final Language language;
  private final Pattern regnal;
  private final Pattern nouns;
  private final Pattern alone;
  private final Pattern titled;
  private final Pattern goesOn;

  private Romans(Language language) {
    this.language = language;
    this.regnal = Pattern.compile("(?u)(?<![\\p{L}])(?:" + language.anyOf("roman.names") + ") $");
    this.nouns = Pattern.compile("(?iu)(?<![\\p{L}])(?:" + language.anyOf("roman.nouns") + ") $");
    this.alone = Pattern.compile("(?iu)(?<![\\p{L}])(?:" + language.anyOf("roman.nouns.one") + ") $");
    this.titled = Pattern.compile("(?u)(?<![\\p{L}])(?:" + language.anyOf("roman.titles") + ") \\p{Lu}[\\p{L}]+ $");
    this.goesOn = Pattern.compile("(?iu) (?:" + language.anyOf("roman.goes.on") + ")(?!\\p{L})");
  }

  static List<Rule> rules(Language language) {
    Romans it = new Romans(language);
    List<Rule> rules = new ArrayList<>();
    String numeral = "(?<![\\p{L}\\d.'-])(?<n>[IVXLCDM]{1,9})";
    language.entries("roman.century.").forEach((_, value) -> {
      String[] parts = value.split("@", 3);
      Pattern before = Pattern.compile("(?iu)" + (parts[1].isEmpty() ? "" : "(?<!\\p{L})(?:" + parts[1] + ") $"));
      rules.add(Rule.of("(?iu:" + numeral.replace("(?<n>[IVXLCDM]{1,9})", "(?<n>(?-i:[IVX]{1,7}))") + parts[2] + ")", (found, place) ->
          valid(found.group("n")) && place.after(before) ? it.spell(found.group("n"), parts[0]) : null));
    });
    rules.add(Rule.of(numeral + "(?<dot>\\.?)(?![\\p{L}\\d'’&+/]|-\\p{L})", it::said));
    return rules;
  }

  private String spell(String numeral, String rule) {
    return language.numbers().spell(value(numeral), rule, "ordinal-" + rule, "ordinal", "numbering");
  }

  private @Nullable String said(MatchResult found, Place place) {
    String numeral = found.group("n");
    if (!valid(numeral)) {
      return null;
    }
    boolean dotted = !found.group("dot").isEmpty();
    boolean rankDot = dotted && language.has("ordinal.dot");
    int end = rankDot || !dotted ? found.end() : found.end() - 1;
    String tail = dotted && (!rankDot || place.ends(found.end())) ? "." : "";
    boolean single = numeral.length() == 1;
    if (numeral.matches("[IVXL]{2,}|[IVX]") && place.after(nouns)) {
      boolean sure = !single || numeral.equals("V") || place.before(end, CLOSED) || place.after(alone);
      return sure ? language.numbers().cardinal(value(numeral), language.word("roman.noun.gender")) + tail : null;
    }
    boolean ruler = numeral.matches("[IVX]|..+") && place.after(regnal)
        && (!numeral.equals("I") || place.before(end, CLOSED) || place.before(end, goesOn) || place.after(titled));
    boolean other = !single && numeral.matches("[IVX]+") && place.after(NAME);
    if (ruler) {
      return ranked(value(numeral)) + tail;
    }
    if (!other) {
      return null;
    }
    return (language.has("roman.other") ? language.numbers().cardinal(value(numeral)) : ranked(value(numeral))) + tail;
  }

  private String ranked(long value) {
    Numbers numbers = language.numbers();
    String most = language.word("roman.ordinals.to");
    if (!most.isEmpty() && value > Long.parseLong(most)) {
      return numbers.cardinal(value);
    }
    String rule = language.word("roman.rank");
    String said = numbers.spell(value, rule.isEmpty() ? "ordinal" : rule, "ordinal-" + rule, "ordinal", "ordinal-masculine", "numbering");
    return language.find("roman.pattern").orElse("{0}").replace("{0}", said);
  }

  private static boolean valid(String numeral) {
    return !numeral.isEmpty() && VALID.matcher(numeral).matches();
  }

  private static long value(String numeral) {
    long sum = 0;
    int last = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int value = VALUES.getOrDefault(numeral.charAt(i), 0);
      sum += value < last ? -value : value;
      last = Math.max(last, value);
    }
    return sum;
  }
}
