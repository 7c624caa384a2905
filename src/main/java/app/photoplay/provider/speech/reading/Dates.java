package app.photoplay.provider.speech.reading;

import com.ibm.icu.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dates in numbers, and days and years beside the name of a month.
final class Dates {
  private static final int MONTHS = 12;
  private static final Pattern THE = Pattern.compile("(?i)\\bthe $");

  /// Two numbers with a slash between them are a day behind these.
  private static final Pattern ON =
      Pattern.compile("(?i)\\b(?:on|by|until|till|since|due|before|after|dated?|every|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) $");

  private final Language language;
  private final Numbers numbers;
  private final String[] names;

  /// Names and short names, in lower case, and which month that is.
  private final Map<String, Integer> known = new LinkedHashMap<>();

  private Dates(Language language) {
    this.language = language;
    this.numbers = language.numbers();
    DateFormatSymbols symbols = new DateFormatSymbols(language.locale());
    List<String> own = language.words("months");
    this.names = own.isEmpty() ? symbols.getMonths() : own.toArray(String[]::new);
    for (int month = 0; month < MONTHS; month++) {
      for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
        know(symbols.getMonths(context, DateFormatSymbols.WIDE)[month], month);
        know(symbols.getMonths(context, DateFormatSymbols.ABBREVIATED)[month], month);
      }
      know(names[month], month);
      for (String shorter : language.words("month." + (month + 1))) {
        know(shorter, month);
      }
    }
  }

  private void know(String name, int month) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "").replaceAll("^(?:de |d[’'])", "");
    if (plain.length() > 1 && plain.codePoints().noneMatch(Character::isDigit)) {
      known.putIfAbsent(plain, month);
    }
  }

  static List<Rule> rules(Language language) {
    Dates it = new Dates(language);
    List<Rule> rules = new ArrayList<>();
    String free = "(?<![\\p{L}\\d.,:/-])";
    String end = "(?![\\p{L}\\d]|[.,:/-]\\d)";
    rules.add(Rule.of(free + "(?<y>[12]\\d{3})(?<s>[-/.])(?<m>0?[1-9]|1[0-2])\\k<s>(?<d>3[01]|[12]\\d|0?[1-9])(?:T(?=\\d\\d:)|" + end + ")",
        (found, place) -> it.whole(found, place)));
    rules.add(Rule.of(free + "(?<a>\\d{1,2})(?<s>[./-])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d\\d)" + end, it::numeric));
    if (language.has("date.dotted.short")) {
      rules.add(Rule.of(free + "(?<a>[0-2]?[1-9]|[1-3]0|31)\\.(?<b>0?[1-9]|1[0-2])\\.(?!\\d)", it::dotted));
    }
    if (language.english()) {
      rules.add(Rule.of(free + "(?<a>\\d{1,2})/(?<b>\\d{1,2})" + end, (found, place) ->
          place.after(ON) && !found.group().equals("24/7") ? it.numbersOnly(found, place) : null));
    }
    rules.addAll(it.named());
    return rules;
  }

  private List<Rule> named() {
    if (known.isEmpty()) {
      return List.of();
    }
    String month = "(?<month>(?iu:" + Language.anyOf(known.keySet().stream()) + "))(?:\\.(?= ?\\d)|(?<=\\p{L}{3})\\.(?= ))?(?!\\p{L})";
    String day = "(?<d>0?[1-9]|[12]\\d|3[01])";
    String year = "(?<y>1[0-9]\\d\\d|20\\d\\d)(?![\\d:%]|[.,-]\\d)";
    List<Rule> rules = new ArrayList<>();
    if (language.english()) {
      String ranked = day + "(?:st|nd|rd|th)?(?![\\p{L}\\d:%]|[.,/]\\d| ?[aApP]\\.?[mM]\\b)";
      rules.add(Rule.of("(?<!\\p{L})(?-i:(?=\\p{Lu}))" + month + " " + ranked + "(?: ?[-–] ?(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d]))?(?:,? " + year + ")?", (found, _) ->
          name(found) + " " + ranks(found) + year(found, ", ")));
      rules.add(Rule.of("(?<![\\p{L}\\d.,/])" + day + "(?:st|nd|rd|th)?(?: ?[-–] ?(?<d2>\\d{1,2})(?:st|nd|rd|th)?)? (?:of )?(?-i:(?=\\p{Lu}))" + month + "(?:,? " + year + ")?", (found, place) ->
          (place.after(THE) ? "" : "the ") + ranks(found) + " of " + name(found) + year(found, " ")));
      rules.add(Rule.of("(?<!\\p{L})(?-i:(?=\\p{Lu}))" + month + "(?<between>,? )" + year, (found, _) ->
          name(found) + " " + numbers.year(Long.parseLong(found.group("y")))));
      return rules;
    }
    String between = language.has("date.of") ? "(?<of> (?:" + language.word("date.of") + ") | )" : "(?<of>\\.? ?)";
    rules.add(Rule.of("(?<![\\p{L}\\d.,/])" + day + language.word("date.day.suffix") + "(?:\\.?)(?: ?[–-] ?(?<d2>\\d{1,2})\\.?)?" + between + month + "(?:(?<ofyear>,? (?:" + (language.has("date.of") ? language.word("date.of") : "") + ") ?|,? )" + year + "(?<after>" + (language.has("date.year.said") ? "(?: ?" + language.word("date.year.said") + ")?" : "") + "))?", this::beside));
    if (language.has("date.year.first")) {
      rules.add(Rule.of("(?<![\\p{L}\\d.,/])" + "(?<y>1[0-9]\\d\\d|20\\d\\d)\\.? " + month + " " + day + "(?:-?(?:án|én|i|a|e|ától|étől|áig|éig)(?!\\p{L})|\\.)?", (found, place) ->
          numbers.year(Long.parseLong(found.group("y"))) + " " + name(found) + " " + day(Long.parseLong(found.group("d")), place)));
    }
    return rules;
  }

  private @Nullable String beside(MatchResult found, Place place) {
    String of = found.group("of").strip().replace(".", "");
    String from = day(Long.parseLong(found.group("d")), place);
    String to = found.group("d2");
    String days = to == null ? from : from + " " + language.word("to") + " " + day(Long.parseLong(to), place);
    String said = days + (of.isEmpty() ? " " : " " + of + " ") + (language.has("months.written") ? found.group("month") : name(found));
    String year = found.group("y");
    if (year == null) {
      return said;
    }
    String link = found.group("ofyear").replace(",", "").strip();
    return said + " " + (link.isEmpty() ? "" : link + " ") + year(Long.parseLong(year));
  }

  private String year(MatchResult found, String before) {
    String year = found.group("y");
    return year == null ? "" : before + numbers.year(Long.parseLong(year));
  }

  private String ranks(MatchResult found) {
    String first = numbers.ordinal(Long.parseLong(found.group("d")), "");
    String last = found.group("d2");
    return last == null ? first : first + " " + language.word("to") + " " + numbers.ordinal(Long.parseLong(last), "");
  }

  /// The name as it stands when it stands in full, so that its case stays.
  private String name(MatchResult found) {
    String written = found.group("month");
    int month = known.getOrDefault(written.toLowerCase(Locale.ROOT), 0);
    boolean full = Stream.of(names[month]).anyMatch(it -> it.length() <= written.length());
    return full ? written : names[month];
  }

  private String whole(MatchResult found, Place place) {
    String words = date(number(found, "d"), number(found, "m"), found.group("y"), place);
    return found.group().endsWith("T") ? words + " " : words;
  }

  private @Nullable String numeric(MatchResult found, Place place) {
    long first = number(found, "a");
    long second = number(found, "b");
    String written = found.group("y");
    if (written.length() == 2 && !found.group("s").equals("/") && found.group("a").length() + found.group("b").length() < 4) {
      return null; // a version
    }
    boolean monthFirst = language.word("date.order").equals("mdy") && !found.group("s").equals(".");
    boolean swap = monthFirst ? first <= MONTHS : second > MONTHS;
    long day = swap ? second : first;
    long month = swap ? first : second;
    String year = written.length() == 4 ? written : (Integer.parseInt(written) < 50 ? "20" : "19") + written;
    return valid(day, month) ? date(day, month, year, place) : null;
  }

  private @Nullable String dotted(MatchResult found, Place place) {
    String words = date(number(found, "a"), number(found, "b"), null, place);
    return place.ends(found.end()) ? words + "." : words;
  }

  private @Nullable String numbersOnly(MatchResult found, Place place) {
    long first = number(found, "a");
    long second = number(found, "b");
    return valid(second, first) ? date(second, first, null, place) : valid(first, second) ? date(first, second, null, place) : null;
  }

  private static boolean valid(long day, long month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= MONTHS;
  }

  private static long number(MatchResult found, String group) {
    return Long.parseLong(found.group(group));
  }

  private String date(long day, long month, @Nullable String year, Place place) {
    if (numbers.kept() && !language.has("date.pattern")) {
      return day + " " + names[(int) month - 1] + (year == null ? "" : " " + year);
    }
    String pattern = language.find(year == null ? "date.pattern.short" : "date.pattern").orElse(year == null ? "{d} {m}" : "{d} {m} {y}");
    return pattern
        .replace("{d}", day(day, place))
        .replace("{m}", names[(int) month - 1])
        .replace("{y}", year == null ? "" : year(Long.parseLong(year)));
  }

  private String day(long day, Place place) {
    if (day == 1 && language.has("date.day.first")) {
      return language.word("date.day.first");
    }
    String rule = language.entries("date.day.when.").values().stream()
        .map(it -> it.split("@", 2))
        .filter(it -> place.after(Pattern.compile(it[1])))
        .map(it -> it[0])
        .findFirst()
        .orElse(language.word("date.day"));
    return rule.isEmpty() ? numbers.cardinal(day) : numbers.spell(day, rule, "ordinal", "numbering");
  }

  private String year(long year) {
    String rule = language.word("date.year");
    String said = rule.isEmpty() ? numbers.year(year) : numbers.spell(year, rule);
    return language.has("date.year.after") ? said + " " + language.word("date.year.after") : said;
  }
}
