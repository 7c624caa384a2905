package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Shortened words that a table spells out. Titles stand before a name, so that their full stop
/// never ends a sentence; others may.
final class Abbreviations {
  private static final Pattern NUMBER = Pattern.compile(" ?\\d| ?[IVX]+\\b");
  private static final Pattern TEXT_END = Pattern.compile("\\s*$");
  private static final Pattern NAME = Pattern.compile(" \\p{Lu}");
  private static final Pattern AFTER_NAME =
      Pattern.compile("(?:\\p{Lu}[\\p{L}']+|\\d(?:st|nd|rd|th)) $");

  private final Language language;
  private final Map<String, String> titles;
  private final Map<String, String> others;
  private final Map<String, String> numbered;

  private Abbreviations(Language language) {
    this.language = language;
    this.titles = capitalised(language.entries("title."));
    this.others = capitalised(language.entries("abbr."));
    this.numbered = capitalised(language.entries("numbered."));
  }

  /// A word in small letters may begin a sentence.
  private static Map<String, String> capitalised(Map<String, String> words) {
    Map<String, String> all = new HashMap<>(words);
    words.forEach((key, value) -> {
      String first = key.substring(0, 1);
      all.putIfAbsent(
          first.toUpperCase(Locale.ROOT) + key.substring(1),
          value.isEmpty()
              ? value
              : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1));
    });
    return all;
  }

  static List<Rule> rules(Language language) {
    Abbreviations it = new Abbreviations(language);
    List<Rule> rules = new ArrayList<>();
    String free = "(?<![\\p{L}\\d'’])";
    if (language.english()) {
      rules.add(Rule.of(free + "St(?:\\.(?= )|(?= \\p{Lu}))", it::saintOrStreet));
      rules.add(Rule.of(free + "St\\.", (_, place) -> place.after(AFTER_NAME) ? "Street." : null));
      rules.add(
          Rule.of(
              free + "Dr\\.",
              (found, place) ->
                  place.after(Pattern.compile("\\d+ \\p{Lu}[\\p{L}']+ $"))
                      ? "Drive" + (place.ends(found.end()) ? "." : "")
                      : null));
      rules.add(Rule.of(free + "Mar\\.? ?(?=\\d)", (_, _) -> "March "));
    }
    rules.addAll(it.besideRange(language));
    language
        .entries("within.")
        .values()
        .forEach(within -> {
          String[] parts = within.split("@", 3);
          Pattern before = Pattern.compile(parts[1].isEmpty() ? "" : parts[1]);
          rules.add(
              Rule.of(
                  free + parts[2],
                  (found, place) ->
                      parts[1].isEmpty() || place.after(before)
                          ? parts[0] + end(found.group(), found.end(), place)
                          : null));
        });
    rules.add(
        Rule.of(
            free + any(it.numbered) + "(?:(?<=\\.)|(?![\\p{L}\\d]))",
            (found, place) ->
                place.before(found.end(), NUMBER) ? it.numbered.get(found.group()) : null));
    rules.add(
        Rule.of(
            free + any(it.titles) + "(?:(?<=\\.)|(?![\\p{L}\\d'’]))",
            (found, _) -> it.titles.get(found.group())));
    rules.add(
        Rule.of(
            free + any(it.others) + "(?:(?<=\\.)(?!\\p{L})|(?<!\\.)(?![\\p{L}\\d'’&]|\\.\\p{L}))",
            it::other));
    return rules;
  }

  /// Names of days and months that are also words, beside a dash or a day.
  private List<Rule> besideRange(Language language) {
    Map<String, String> names = language.entries("short.");
    String any = language.anyOf("range.words");
    Pattern after = Pattern.compile(any + "\\.? ?(?:[-–&/]|and|to) ?$");
    Pattern before =
        Pattern.compile(
            "\\.?(?: ?(?:[-–&/]|and|to) ?"
                + any
                + "(?!\\p{L})"
                + (language.english() ? "|,? \\d" : "")
                + ")");
    return List.of(
        Rule.of(
            "(?<![\\p{L}\\d'’])(?<name>" + any(names) + ")(?![\\p{L}\\d'’])(?<dot>\\.)?",
            (found, place) ->
                place.after(after) || place.before(found.end(), before)
                    ? names.get(found.group("name")) + end(found, place)
                    : null));
  }

  /// The dot of a sentence that ends with an abbreviation.
  private static String end(MatchResult found, Place place) {
    return found.group("dot") != null && place.before(found.end(), TEXT_END) ? "." : "";
  }

  private static String end(String found, int end, Place place) {
    return found.endsWith(".") && place.before(end, TEXT_END) ? "." : "";
  }

  private static String any(Map<String, String> words) {
    return Language.anyOf(words.keySet().stream());
  }

  private @Nullable String other(MatchResult found, Place place) {
    String words = it(found);
    if (words == null) {
      return null;
    }
    // a capital letter begins no sentence where it begins every noun
    boolean noun = language.code().equals("de") && place.before(found.end(), NAME);
    boolean ends = !noun && place.ends(found.end());
    return found.group().endsWith(".") && ends ? words + "." : words;
  }

  private @Nullable String it(MatchResult found) {
    return others.get(found.group());
  }

  private String saintOrStreet(MatchResult found, Place place) {
    boolean street =
        place.after(AFTER_NAME) && !place.after(Pattern.compile("(?:^|[.!?] )\\p{Lu}\\p{L}* $"));
    if (street) {
      return place.ends(found.end()) && !place.before(found.end(), NAME) ? "Street." : "Street";
    }
    return place.before(found.end(), NAME) ? "Saint" : "Street";
  }
}
