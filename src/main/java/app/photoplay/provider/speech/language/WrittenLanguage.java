package app.photoplay.provider.speech.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the language that words are written in, from a few of them.
///
/// The script that most letters belong to decides first. Languages that share a script are told
/// apart by [SharedScript], whose model is loaded when it is first needed: 0.3 s, 12 MB.
public final class WrittenLanguage {
  /// A character of Chinese is as much as so many letters.
  private static final double HAN_WEIGHT = 3;

  /// Names and loan words in Latin letters stand in sentences of every script, and seldom the other
  /// way round.
  private static final double LATIN_WEIGHT = 0.5;

  private static final Map<UnicodeScript, String> ALONE =
      Map.ofEntries(
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"));

  private static final Set<UnicodeScript> SHARED =
      Language.ALL.stream().map(Language::script).collect(Collectors.toUnmodifiableSet());

  private WrittenLanguage() {}

  /// The language's code, such as `de`; `en` when nothing tells.
  public static String of(String words) {
    return of(words, "");
  }

  /// The same for a person whose own language is known, which decides where the words alone hardly
  /// do.
  ///
  /// @param own a BCP 47 tag such as `pt-BR`; empty or unknown says nothing
  public static String of(String words, String own) {
    return likely(words, own).getFirst();
  }

  /// The languages that it may be, the likeliest first.
  public static List<String> likely(String words, String own) {
    UnicodeScript script = script(words);
    if (SHARED.contains(script)) {
      return List.copyOf(Loaded.SHARED_SCRIPT.scores(words, script, own).keySet());
    }
    return List.of(
        script == UnicodeScript.HAN ? Han.language(words, own) : ALONE.getOrDefault(script, "und"));
  }

  /// The script of most letters; that of Japanese syllables where they stand among Chinese
  /// characters.
  private static UnicodeScript script(String words) {
    Map<UnicodeScript, Double> letters = new EnumMap<>(UnicodeScript.class);
    words
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(it -> it != UnicodeScript.COMMON && it != UnicodeScript.INHERITED)
        .forEach(it -> letters.merge(it, weight(it), Double::sum));
    UnicodeScript most =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(UnicodeScript.LATIN);
    boolean syllables =
        letters.containsKey(UnicodeScript.HIRAGANA) || letters.containsKey(UnicodeScript.KATAKANA);
    return most == UnicodeScript.HAN && syllables ? UnicodeScript.HIRAGANA : most;
  }

  private static double weight(UnicodeScript script) {
    return switch (script) {
      case HAN -> HAN_WEIGHT;
      case LATIN -> LATIN_WEIGHT;
      default -> 1;
    };
  }

  /// Only a program that is given words loads this.
  private static final class Loaded {
    static final SharedScript SHARED_SCRIPT = new SharedScript();
  }
}
