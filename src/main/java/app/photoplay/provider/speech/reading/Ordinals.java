package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Ranks: 21st, 3., 1er, 2º.
final class Ordinals {
  private Ordinals() {}

  static List<Rule> rules(Language language) {
    Numbers numbers = language.numbers();
    List<Rule> rules = new ArrayList<>();
    String free = "(?<![\\p{L}\\d.,:/-])";
    if (language.english()) {
      rules.add(
          Rule.of(
              "(?<![\\p{L}\\d.:/])(?<n>\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:st|nd|rd|th|ST|ND|RD|TH)(?<s>s?)(?![\\p{L}\\d])(?<to> ?[-–] ?(?=\\d+(?:st|nd|rd|th)(?!\\p{L})))?",
              (found, _) ->
                  numbers.ordinal(Long.parseLong(found.group("n").replace(",", "")), "")
                      + found.group("s")
                      + (found.group("to") == null ? "" : " " + language.word("to") + " ")));
      return rules;
    }
    language
        .entries("ordinal.suffix.")
        .values()
        .forEach(entry -> {
          String[] parts = entry.split("@", 2);
          rules.add(
              Rule.of(
                  free + "(?<n>\\d{1,6})(?:" + parts[1] + ")(?![\\p{L}\\d])",
                  (found, _) ->
                      numbers.spell(
                          Long.parseLong(found.group("n")),
                          parts[0],
                          "ordinal-" + parts[0],
                          "ordinal",
                          "numbering")));
        });
    language.entries("ordinal.dot.when.").entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> {
          String[] parts = entry.getValue().split("@", 3);
          Pattern before = Pattern.compile(parts[1].isEmpty() ? "" : parts[1]);
          rules.add(
              Rule.of(
                  free + "(?<n>\\d{1,4})\\.(?= ?" + parts[2] + ")",
                  (found, place) ->
                      place.after(before)
                          ? numbers.spell(
                              Long.parseLong(found.group("n")),
                              parts[0],
                              "ordinal-" + parts[0],
                              "ordinal",
                              "numbering")
                          : null));
        });
    return rules;
  }
}
