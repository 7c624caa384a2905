package app.photoplay.provider.speech.reading;

import java.lang.Character.UnicodeScript;

/// Spoken words put one behind the other, with a space where two would run together.
final class Spoken {
  private final StringBuilder text = new StringBuilder();

  void add(String words) {
    if (words.isEmpty()) {
      return;
    }
    if (!text.isEmpty()) {
      int last = text.codePointBefore(text.length());
      int first = words.codePointAt(0);
      if (isSpace(first) && isSpace(last)) {
        add(words.substring(Character.charCount(first)));
        return;
      }
      if (isSpace(last) && (first == ',' || words.equals("."))) {
        text.setLength(text.length() - 1);
      }
      boolean touch = Character.isLetterOrDigit(first) && isEndOfWord(last);
      if (touch && !(spaceless(last) && spaceless(first))) {
        text.append(' ');
      }
    }
    text.append(words);
  }

  String text() {
    return text.toString().strip();
  }

  private static boolean isEndOfWord(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.COMBINING_SPACING_MARK
        || character == ',';
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /// Scripts that put no spaces between words.
  static boolean spaceless(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> character == ',';
    };
  }
}
