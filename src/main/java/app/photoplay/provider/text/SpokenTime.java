package app.photoplay.provider.text;

import java.lang.Character.UnicodeScript;

/// How long words take to say, for any voice: an estimate by what people speak in a second.
public final class SpokenTime {
  private static final double WORDS_A_SECOND = 2.5;
  private static final double LETTERS_A_SECOND = 18;

  /// Of scripts that put no space between words, but have letters.
  private static final double UNSPACED_LETTERS_A_SECOND = 15;

  private static final double SYLLABLES_A_SECOND = 8;
  private static final double HAN_A_SECOND = 5;

  /// A digit is said as a word.
  private static final int DIGIT = 4;

  private SpokenTime() {}

  public static double seconds(String text) {
    int words = 0;
    int letters = 0;
    double unspaced = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (!Character.isLetterOrDigit(character)) {
        inside &= character == '\'' || character == '’' || !separates(character);
        continue;
      }
      double alone = alone(character);
      unspaced += alone;
      if (alone == 0) {
        letters += Character.isDigit(character) ? DIGIT : 1;
        words += inside ? 0 : 1;
        inside = true;
      }
    }
    return unspaced + Math.max(words / WORDS_A_SECOND, letters / LETTERS_A_SECOND);
  }

  /// About how many words, or characters, can be said.
  static String fitting(int seconds, String text) {
    boolean unspaced = text.codePoints().anyMatch(it -> Character.isLetter(it) && alone(it) > 0);
    return unspaced
        ? (int) (seconds * HAN_A_SECOND) + " characters"
        : (int) (seconds * WORDS_A_SECOND) + " words";
  }

  private static boolean separates(int character) {
    int type = Character.getType(character);
    return type != Character.NON_SPACING_MARK
        && type != Character.COMBINING_SPACING_MARK
        && type != Character.FORMAT;
  }

  /// The seconds that a character of a script without spaces takes, or 0.
  private static double alone(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN -> 1 / HAN_A_SECOND;
      case HIRAGANA, KATAKANA -> 1 / SYLLABLES_A_SECOND;
      case THAI, LAO, KHMER, MYANMAR, TIBETAN -> 1 / UNSPACED_LETTERS_A_SECOND;
      default -> 0;
    };
  }
}
