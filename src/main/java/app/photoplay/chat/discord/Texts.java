package app.photoplay.chat.discord;

/// Cuts what people read to what Discord takes.
final class Texts {
  private Texts() {}

  /// As much as fits, with dots behind it when that is not all; never half a character, nor half an
  /// escape.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int escapes = end;
    while (escapes > 0 && text.charAt(escapes - 1) == '\\') {
      escapes--;
    }
    return text.substring(0, end - (end - escapes) % 2) + "…";
  }
}
