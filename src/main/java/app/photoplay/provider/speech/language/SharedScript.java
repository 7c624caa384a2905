package app.photoplay.provider.speech.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells languages of one script apart. Everything counts in one unit, that of a known word: words
/// of every day, letters that a language does not have or that would be there, what groups of
/// letters look like, how many people write the language, and what the person's own language is.
///
/// The factors were chosen on one half of `sentences.txt` of the tests.
final class SharedScript {
  private static final double LOOKS = 6;

  /// A letter that a language does not have, and one within a name.
  private static final double FOREIGN = 1.6;

  private static final double FOREIGN_IN_NAME = 0.8;

  /// Letters of its own that a language would have by now.
  private static final double MISSING = 0.4;

  /// Words with a capital within a sentence are names, but in German.
  private static final double NAME = 0.5;

  private static final double GERMAN_NOUN = 0.9;

  /// The person's own language counts as much as a word of it and a bit.
  private static final double OWN = 1.5;

  /// They stand in sentences of all languages.
  private static final Set<String> EVERYWHERE =
      Set.of(
          "ok",
          "okay",
          "lol",
          "pizza",
          "sushi",
          "netflix",
          "wifi",
          "internet",
          "hotel",
          "taxi",
          "burger",
          "sms",
          "tv",
          "dj",
          "café",
          "cafe",
          "bar",
          "video",
          "usd",
          "km",
          "kg",
          "cm",
          "menu",
          "metro",
          "radio",
          "online",
          "email",
          "uber",
          "error");

  /// Behind a number they are written in all languages of Latin letters.
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)(?<=\\d)\\s?(?:[cmkµn]?m[²³23]?|[mk]?g|[mcd]?l|km/h|mph|h|min|[kmg]?w|kwh|[kmgt]b|[mg]?hz"
              + "|°?[cf]|x|k|mp)(?![\\p{L}\\p{M}])");

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\u200C\\u200D']+");
  private static final Pattern QUOTES = Pattern.compile("^'+|'+$");
  private static final Pattern APOSTROPHE = Pattern.compile("[’ʼ`´]");

  private final List<Language> languages = Language.ALL;
  private final EverydayWords everyday =
      new EverydayWords(languages.stream().map(Language::code).toList());
  private final LetterModel model =
      LetterModel.read(languages.stream().map(Language::longer).toList());

  /// The languages of a script, the likeliest first, with how much speaks for each.
  ///
  /// @param own the person's language as a BCP 47 tag, empty when nobody knows it
  Map<String, Double> scores(String words, UnicodeScript script, String own) {
    List<String> parts = parts(words);
    double[] scores = new double[languages.size()];
    boolean shouted = words.equals(words.toUpperCase(Locale.ROOT));
    for (int i = 0; i < parts.size(); i++) {
      String word = parts.get(i);
      String lower = word.toLowerCase(Locale.ROOT);
      boolean name = i > 0 && !shouted && Character.isUpperCase(word.codePointAt(0));
      if (!EVERYWHERE.contains(lower)) {
        add(lower, name, scores);
      }
      if (i > 0) {
        add(weights(parts.get(i - 1).toLowerCase(Locale.ROOT) + "_" + lower), false, scores);
      }
    }
    String text = String.join(" ", parts).toLowerCase(Locale.ROOT);
    double[] looks = model.scores(text);
    Map<String, Double> found = new LinkedHashMap<>();
    for (int i = 0; i < scores.length; i++) {
      Language language = languages.get(i);
      if (language.script() == script) {
        double hint = language.named(own) ? OWN : 0;
        double all = scores[i] + LOOKS * looks[i] + language.likely() + hint;
        found.put(language.code(), all - MISSING * language.missing(text));
      }
    }
    Map<String, Double> sorted = new LinkedHashMap<>();
    found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(it -> sorted.put(it.getKey(), it.getValue()));
    return sorted;
  }

  private static List<String> parts(String words) {
    String text = APOSTROPHE.matcher(UNIT.matcher(words).replaceAll(" ")).replaceAll("'");
    return NOT_A_WORD
        .splitAsStream(text)
        .map(part -> QUOTES.matcher(part).replaceAll(""))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /// Of `l'amour` the whole is looked for first, then its parts.
  private void add(String word, boolean name, double[] scores) {
    List<String> parts = new ArrayList<>(List.of(word));
    int apostrophe = word.indexOf('\'');
    if (apostrophe > 0 && Arrays.stream(weights(word)).allMatch(it -> it == 0)) {
      parts = List.of(word.substring(0, apostrophe + 1), word.substring(apostrophe + 1));
    }
    for (String part : parts) {
      add(weights(part), name, scores);
      for (int i = 0; i < scores.length; i++) {
        scores[i] -= languages.get(i).foreign(part) * (name ? FOREIGN_IN_NAME : FOREIGN);
      }
    }
  }

  private double[] weights(String word) {
    return everyday.weights(word, languages.size());
  }

  private void add(double[] weights, boolean name, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      double share = languages.get(i).code().equals("de") ? GERMAN_NOUN : NAME;
      scores[i] += name ? weights[i] * share : weights[i];
    }
  }
}
