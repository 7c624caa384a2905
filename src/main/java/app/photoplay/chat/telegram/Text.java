package app.photoplay.chat.telegram;

/// Text from outside as every store and voice takes it.
final class Text {

  private static final int REPLACEMENT = 0xFFFD;

  private Text() {}

  /// Without control characters, apart from line breaks and tabs, and with U+FFFD for halves of
  /// surrogate pairs.
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
