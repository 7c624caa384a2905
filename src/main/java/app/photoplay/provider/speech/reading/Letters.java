package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Initials letter by letter, words in capitals as words, and all other words as they are.
final class Letters {
  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "(?:^|[\\n(\"“] ?|(?<!\\p{L})(?!Part|Plan|Vitamin|Section|Type|Class|Grade|Option|Group|Point|Team|Gate|Terminal|Hepatitis|Appendix|Track|Lot|Row|Block)\\p{Lu}[\\p{L}']+\\.? |\\p{Lu}\\. ?|\\b(?:by|met|von|de) )$");
  private static final Pattern NAME_AFTER = Pattern.compile(" ?\\p{Lu}");
  private static final Pattern VOWEL = Pattern.compile("(?i)[aeiouy]");

  /// One side of something that is measured: 3m x 4m.
  private static final Pattern SIDE = Pattern.compile("\\d ?\\p{L}{0,3}[²³]? $");

  /// Hmm, shh, brrr: sounds that people write.
  private static final Pattern NOISE =
      Pattern.compile("(?i)h*m+|s+h+|b+r+|g+r+|z+|p+s+t+|p+f+t+|t+s+k+|h+");

  private final Language language;
  private final Capitals capitals;
  private final Set<String> words;
  private final Set<String> spelled;

  private Letters(Language language) {
    this.language = language;
    this.capitals = language.capitals();
    this.words = Set.copyOf(new HashSet<>(language.words("letters.words")));
    this.spelled = Set.copyOf(new HashSet<>(language.words("letters.spelled")));
  }

  static List<Rule> rules(Language language) {
    Letters it = new Letters(language);
    List<Rule> rules = new ArrayList<>();
    String free = "(?<![\\p{L}\\p{M}'’])";
    rules.add(
        Rule.of(free + "(?:\\p{L}\\.){2,8}(?!\\p{L}\\p{L})(?:\\p{L}(?![\\p{L}.]))?", it::dotted));
    rules.add(
        Rule.of(
            free + "\\p{Lu}\\.(?= ?\\p{Lu})",
            (found, place) ->
                place.after(NAME_BEFORE)
                        && place.before(found.end(), NAME_AFTER)
                        && !found.group().equals("I.")
                    ? found.group().substring(0, 1)
                    : null));
    rules.add(
        Rule.of(
            free + "[CFJ](?:#|♯)(?!\\p{L})",
            (found, _) -> found.group().charAt(0) + " " + language.find("sharp").orElse("sharp")));
    if (language.has("letters.before")) {
      rules.add(
          Rule.of(free + language.anyOf("letters.before"), (found, _) -> spell(found.group())));
    }
    rules.add(
        Rule.of(
            free + "C\\+\\+(?![\\p{L}\\d])",
            (_, _) -> "C " + language.word("plus") + " " + language.word("plus")));
    rules.add(
        Rule.of(
            free + "(?<a>\\p{Lu}{1,3}) ?& ?(?<b>\\p{Lu}{1,3})(?<s>s?)(?!\\p{L})",
            (found, _) ->
                spell(found.group("a"))
                    + " "
                    + language.word("and")
                    + " "
                    + spell(found.group("b"))
                    + (found.group("s").isEmpty() ? "" : "'s")));
    rules.add(
        Rule.of(
            free
                + "(?<w>\\p{Lu}[\\p{Lu}\\p{M}]{1,40})(?<s>(?:'[\\p{L}]{1,2}|s)?)(?![\\p{L}\\p{M}])",
            it::capitals));
    rules.add(
        Rule.of("[x×](?= ?\\d)", (_, place) -> place.after(SIDE) ? language.word("by") : null));
    rules.add(Rule.of("(?<![\\p{L}\\p{M}])(?<w>\\p{L}{1,4})(?=-?\\d)", it::beforeDigit));
    rules.add(
        Rule.of(
            "[\\p{L}\\p{M}][\\p{L}\\p{M}\\u200c\\u200d]*+(?:'\\p{L}[\\p{L}\\p{M}]*+){0,3}'?+",
            it::word));
    return rules;
  }

  /// Letter by letter.
  static String spell(String letters) {
    return letters
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(it -> Character.toString(it).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private String dotted(MatchResult found, Place place) {
    String words = spell(found.group());
    return found.group().endsWith(".")
            && place.ends(found.end())
            && !place.before(found.end(), Pattern.compile(" \\p{Lu}\\p{Ll}"))
        ? words + "."
        : words;
  }

  private @Nullable String capitals(MatchResult found, Place place) {
    String word = found.group("w");
    String rest = found.group("s");
    boolean contraction = rest.length() > 1 && Capitals.all(rest) && !rest.equals("'S");
    if (contraction || capitals.saidAsWord(word, place.shouted())) {
      boolean name = !place.shouted() && Capitals.all(word) && !capitals.isWord(word);
      String lower = found.group().toLowerCase(Locale.ROOT);
      return name ? word + rest : lower;
    }
    if (!language.english() && Capitals.speakable(word) && !spelled.contains(word)) {
      return word + rest;
    }
    return spell(word)
        + (rest.isEmpty()
            ? ""
            : rest.toLowerCase(Locale.ROOT).equals("'s") || rest.equals("s") ? "'s" : rest);
  }

  /// mp3, H2O, MP4, F-16
  private @Nullable String beforeDigit(MatchResult found, Place place) {
    String word = found.group("w");
    if (word.equals("v") && language.english()) {
      return "version";
    }
    if (word.length() == 1) {
      return word;
    }
    boolean spelled =
        (Capitals.all(word) && !capitals.saidAsWord(word, false))
            || (!Capitals.speakable(word) && !language.has("spaceless"));
    return spelled ? spell(word) : null;
  }

  /// What has no vowel is spelled; MaryTTS would say it backwards.
  private String word(MatchResult found, Place place) {
    String word = found.group();
    if (word.codePointCount(0, word.length()) == 1 && language.has("sign." + word)) {
      return language.word("sign." + word);
    }
    boolean latin = word.chars().allMatch(it -> it < 0x250);
    boolean spelled =
        language.english()
            && latin
            && word.length() > 1
            && word.indexOf('\'') < 0
            && !VOWEL.matcher(word).find()
            && word.chars().allMatch(it -> it < 0x80)
            && !NOISE.matcher(word).matches()
            && !words.contains(word.toLowerCase(Locale.ROOT));
    return spelled
        ? spell(word)
        : word.endsWith("'") && word.length() > 1 && !word.endsWith("s'")
            ? word.substring(0, word.length() - 1)
            : word;
  }
}
