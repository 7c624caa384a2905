package app.photoplay.provider.speech.reading;

import app.photoplay.provider.speech.reading.Nouns.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts of money, their signs before or behind.
final class Money {
  /// The one before a thing that it is the price of: "a five dollar bill".
  private static final Pattern ARTICLE = Pattern.compile("(?i)\\b(?:a|an|another|every|one|this|that) $");
  private static final Pattern THING = Pattern.compile(" ?-? ?(?!and |or |off |for |per |to |in |on |from |more |less |each |of )\\p{Ll}{3,}");

  private static final int CENTS = 2;

  private final Language language;
  private final Numbers numbers;
  private final Map<String, String> codes;

  private Money(Language language) {
    this.language = language;
    this.numbers = language.numbers();
    this.codes = language.entries("currency.");
  }

  static List<Rule> rules(Language language) {
    Money it = new Money(language);
    String sign = Language.anyOf(it.codes.keySet().stream());
    String number = Numeral.pattern(language);
    String scale = "(?:[ \\u00a0]?-?(?<scale>" + Scales.money(language) + ")(?![\\p{L}\\d]))?";
    String per = "(?: ?/ ?(?<per>" + Scales.per(language) + ")(?!\\p{L}))?";
    List<Rule> rules = new ArrayList<>();
    rules.add(
        Rule.of(
            "(?<minus>(?<![\\p{L}\\d])[-−])?(?<![\\p{L}\\d])(?<sign>" + sign + ")(?<minus2>-)?[ \\u00a0]?(?<n>" + number + ")"
                + scale
                + "(?: ?[–—-] ?(?:" + sign + ")?[ \\u00a0]?(?<m>" + number + ")(?:[ \\u00a0]?(?<scale2>" + Scales.money(language) + ")(?![\\p{L}\\d]))?)?" + per,
            it::said));
    rules.add(
        Rule.of(
            "(?<minus>(?<![\\p{L}\\d])[-−])?(?<![\\p{L}\\d.,])(?<n>" + number + ")" + "(?:,[-–—]+)?"
                + "(?: ?[–—-] ?(?<m>" + number + ")(?:,[-–—]+)?)?" + scale + "[ \\u00a0]?(?<sign>" + sign + ")(?![\\p{L}\\d])" + per,
            it::said));
    if (language.has("price.dash")) {
      rules.add(Rule.of("(?<![\\p{L}\\d.,])(?<n>" + number + "),[-–—]+", (found, _) ->
          language.nouns().currency(language.word("price.dash"), it.numeral(found.group("n")), false).with(numbers(language, it.numeral(found.group("n"))))));
    }
    for (String minor : language.words("minor.signs")) {
      String[] parts = minor.split("=", 2);
      rules.add(Rule.of("(?<![\\p{L}\\d.,:])(?<n>\\d{1,2}) ?" + parts[0] + "(?![\\p{L}\\d])", (found, _) -> {
        Numeral n = it.numeral(found.group("n"));
        return language.nouns().own(language.word("minor." + parts[1]), n, false).with(language.numbers().say(n));
      }));
    }
    return rules;
  }

  private static String numbers(Language language, Numeral number) {
    return language.numbers().say(number);
  }

  private Numeral numeral(String written) {
    return Numeral.of(written, language.decimalSign());
  }

  private @Nullable String said(MatchResult found, Place place) {
    Numeral number = numeral(found.group("n"));
    if (!number.number()) {
      return null;
    }
    String currency = codes.getOrDefault(found.group("sign"), "USD");
    String most = found.group("m");
    String scale = scale(found);
    String words;
    if (most == null) {
      words = amount(number, scale, currency, found, place);
    } else {
      Numeral last = numeral(most);
      if (!last.number()) {
        return null;
      }
      String first = scale.isEmpty() || found.group("scale") == null
          ? numbers.say(number)
          : numbers.say(number) + sameScale(found, scale);
      words = first + " " + language.word("to") + " " + amount(last, scale, currency, found, place);
    }
    boolean minus = found.group("minus") != null || (found.namedGroups().containsKey("minus2") && found.group("minus2") != null);
    String said = minus ? language.word("minus") + " " + words : words;
    String per = found.group("per");
    return per == null ? said : said + " " + Scales.perWords(language, per);
  }

  private static String sameScale(MatchResult found, String scale) {
    boolean own = found.namedGroups().containsKey("scale2") && found.group("scale2") != null;
    return own ? " " + scale : "";
  }

  private String scale(MatchResult found) {
    String scale = found.group("scale");
    if (scale == null && found.namedGroups().containsKey("scale2")) {
      scale = found.group("scale2");
    }
    return scale == null ? "" : scale;
  }

  private String amount(Numeral number, String scale, String currency, MatchResult found, Place place) {
    Nouns nouns = language.nouns();
    if (!scale.isEmpty()) {
      Counted many = nouns.currency(currency, number, true);
      String said = numbers.say(number) + " " + Scales.words(language, scale, number);
      if (Scales.isThousand(language, scale)) {
        many = nouns.currency(currency, Numeral.whole("5000"), false);
      }
      return single(many.with(said), currency, found, place);
    }
    List<String> minor = language.words("minor." + currency);
    if (number.fraction().length() == CENTS && !minor.isEmpty() && !numbers.kept()) {
      return withCents(number, currency);
    }
    Numeral whole = number.fraction().matches("0+") ? Numeral.whole(number.integer()) : number;
    Counted counted = nouns.currency(currency, whole, false);
    return single(counted.with(numbers.say(whole, counted.gender())), currency, found, place);
  }

  private String withCents(Numeral number, String currency) {
    Nouns nouns = language.nouns();
    Numeral cents = Numeral.whole(Long.toString(Long.parseLong(number.fraction())));
    Numeral whole = Numeral.whole(number.integer());
    Counted some = nouns.own(language.word("minor." + currency), cents, false);
    String cent = some.with(numbers.say(cents, some.gender()));
    if (whole.value() == 0 && cents.value() > 0) {
      return cent;
    }
    Counted counted = nouns.currency(currency, whole, false);
    String all = counted.with(numbers.say(whole, counted.gender()));
    if (cents.value() == 0) {
      return all;
    }
    return all + language.find("money.join").orElse("~").replace('~', ' ')
        + (language.has("money.short") ? numbers.say(cents) : cent);
  }

  /// "a five dollar bill"
  private String single(String words, String currency, MatchResult found, Place place) {
    if (!language.english() || !place.after(ARTICLE) || !place.before(found.end(), THING)) {
      return words;
    }
    List<String> forms = language.words("money." + currency);
    return forms.size() < 2 ? words : words.replace(forms.getLast(), forms.getFirst());
  }
}
