package app.photoplay.media.caption;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.List;

/// What captions must know about scripts.
final class WritingSystem {
  private WritingSystem() {}

  /// How much a text takes to read and to show, in Latin letters: an ideograph counts as two.
  static int weight(String text) {
    return text.codePoints().map(WritingSystem::weight).sum();
  }

  private static int weight(int character) {
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return switch (width) {
      case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
      default ->
          switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> 1;
          };
    };
  }

  /// Words in one line, with a space between those that are written apart.
  static String joined(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      if (!text.isEmpty() && isApart(text.codePointBefore(text.length()), word.codePointAt(0))) {
        text.append(' ');
      }
      text.append(word);
    }
    return text.toString();
  }

  /// Numbers stand close to ideographs, foreign words apart from them.
  private static boolean isApart(int before, int after) {
    if (writesNoSpaces(before)) {
      return !writesNoSpaces(after) && Character.isAlphabetic(after);
    }
    return !writesNoSpaces(after) || Character.isAlphabetic(before);
  }

  private static boolean writesNoSpaces(int character) {
    return switch (UScript.getScript(character)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.BOPOMOFO,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          true;
      // Ideographic full stops, commas and brackets.
      default -> !UCharacter.isLetterOrDigit(character) && weight(character) == 2;
    };
  }

  /// Whether a text is read from right to left: its first letter decides, as in UAX #9, rule P2.
  static boolean rightToLeft(String text) {
    return !text.isEmpty()
        && new java.text.Bidi(text, java.text.Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel()
                % 2
            == 1;
  }

  /// How well a text may be cut behind a word.
  static Ending ending(String word) {
    int at = word.length();
    while (at > 0) {
      int last = word.codePointBefore(at);
      switch (last) {
        case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥', '։', '።' -> {
          return Ending.SENTENCE;
        }
        case ',', ';', ':', '—', '–', '，', '、', '；', '：', '،', '؛', '՝', '፣' -> {
          return Ending.CLAUSE;
        }
        default -> {
          if (Character.isLetterOrDigit(last)) {
            return Ending.NONE;
          }
          at -= Character.charCount(last);
        }
      }
    }
    return Ending.NONE;
  }

  /// What ends with a word.
  enum Ending {
    NONE,
    CLAUSE,
    SENTENCE
  }
}
