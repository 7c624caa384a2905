package app.photoplay.provider.speech.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which words in capitals are words, and which are spelled.
final class Capitals {
  private static final Pattern VOWEL =
      Pattern.compile("(?iu).*[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœăąęěėőűůıаеёиоуыэюяіїєαεηιουωάέήίόύώ].*");

  /// No word begins or ends so, or holds so many consonants.
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("(?i).*[bcdfghjklmnpqrstvwxz]{5}.*|(?:[bcdfgjkmnpqtvwx]{3}|[nlrm][bcdfghjklmnpqrstvwxz]).*|.*[aeiou]{4}.*");

  /// From so many letters on a word in capitals is a word, unless it is known for initials.
  private static final int LONG = 5;

  private final Set<String> spelled;
  private final Set<String> words;
  private final Set<String> acronyms;

  Capitals(Language language) {
    this.spelled = Set.copyOf(language.words("letters.spelled").stream().distinct().toList());
    this.words = Set.copyOf(language.words("letters.words").stream().distinct().toList());
    this.acronyms = Set.copyOf(language.words("letters.acronyms").stream().distinct().toList());
  }

  static boolean all(String word) {
    return word.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  /// Whether it is surely an ordinary word.
  boolean isWord(String capitals) {
    String word = plain(capitals);
    return !spelled.contains(word)
        && !acronyms.contains(word)
        && (words.contains(word.toLowerCase(Locale.ROOT))
            || (word.length() >= LONG && speakable(word))
            || capitals.indexOf('\'') > 0);
  }

  /// Whether it is said as a word among others in capitals.
  boolean saidAsWord(String capitals, boolean shouted) {
    String word = plain(capitals);
    if (spelled.contains(word)) {
      return false;
    }
    if (acronyms.contains(word) || words.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    return speakable(word) && (shouted ? word.length() > 1 : word.length() >= LONG);
  }

  private static String plain(String capitals) {
    int apostrophe = capitals.indexOf('\'');
    return apostrophe > 0 ? capitals.substring(0, apostrophe) : capitals;
  }

  static boolean speakable(String word) {
    return VOWEL.matcher(word).matches() && !UNSPEAKABLE.matcher(word).matches();
  }
}
