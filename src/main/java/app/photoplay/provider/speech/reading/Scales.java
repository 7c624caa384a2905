package app.photoplay.provider.speech.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Short and long words for thousands and millions behind a number, and what something is counted
/// per.
final class Scales {
  private Scales() {}

  /// Behind an amount of money.
  static String money(Language language) {
    Map<String, String> all = language.entries("scale.of.money.");
    return Language.anyOf(Stream.concat(all.keySet().stream(), entries(language).keySet().stream()));
  }

  /// Behind any number.
  static String plain(Language language) {
    return Language.anyOf(entries(language).keySet().stream());
  }

  private static Map<String, String> entries(Language language) {
    return language.entries("scale.is.");
  }

  static boolean isThousand(Language language, String scale) {
    String key = scale.replace(' ', '~');
    String words = language.find("scale.of.money." + key).orElse(language.word("scale.is." + key));
    return words.startsWith("=");
  }

  static String words(Language language, String scale, Numeral number) {
    String key = scale.replace(' ', '~');
    String words = language.find("scale.of.money." + key).orElse(language.word("scale.is." + key));
    String plain = words.startsWith("=") ? words.substring(1) : words;
    if (plain.equals("*")) {
      return scale;
    }
    List<String> forms = List.of(plain.split("\\|"));
    return number.isWhole() ? language.nouns().form(forms, number.value()) : forms.get(forms.size() == 3 ? 1 : forms.size() - 1);
  }

  /// What may stand behind the slash of "5 dollars / hour".
  static String per(Language language) {
    return Language.anyOf(language.entries("per.unit.").keySet().stream());
  }

  static String perWords(Language language, String unit) {
    String words = language.word("per.unit." + unit.replace(' ', '~'));
    return (language.word("per") + " " + (words.equals("*") ? unit : words)).strip();
  }
}
