package app.photoplay.provider.speech.reading;

import java.util.ArrayList;
import java.util.List;

/// All rules of a language, in the order in which they are tried: what is longer and stricter comes
/// first, single words and signs last.
final class Rules {
  private Rules() {}

  static List<Rule> of(Language language) {
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.of("[\\p{javaWhitespace}\\p{Z}]++", (found, _) -> found.group()));
    rules.addAll(Addresses.rules(language));
    rules.addAll(Phones.rules(language));
    rules.addAll(Dates.rules(language));
    rules.addAll(Years.rules(language));
    rules.addAll(Clock.rules(language));
    rules.addAll(Money.rules(language));
    rules.addAll(Ordinals.rules(language));
    rules.addAll(Measures.rules(language));
    rules.addAll(Fractions.rules(language));
    rules.addAll(Counts.rules(language));
    rules.addAll(Romans.rules(language));
    rules.addAll(Abbreviations.rules(language));
    rules.addAll(Letters.rules(language));
    rules.addAll(Signs.rules(language));
    return language.has("touching") ? rules.stream().map(Rule::touching).toList() : rules;
  }
}
