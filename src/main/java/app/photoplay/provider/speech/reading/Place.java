package app.photoplay.provider.speech.reading;

import java.util.regex.Pattern;

/// Where in a text a rule looks.
///
/// @param shouted whether the words here are all in capitals without being initials
record Place(String text, int from, boolean shouted) {
  private static final int AROUND = 40;

  /// Whether the text right before this place ends so.
  boolean after(Pattern end) {
    return end.matcher(text.substring(Math.max(0, from - AROUND), from)).find();
  }

  /// Whether the text from there on begins so.
  boolean before(int end, Pattern start) {
    return start.matcher(text.substring(end, Math.min(text.length(), end + AROUND))).lookingAt();
  }

  char next(int end) {
    return end < text.length() ? text.charAt(end) : '\n';
  }

  char previous() {
    return from > 0 ? text.charAt(from - 1) : '\n';
  }

  /// Whether a new sentence, or nothing, follows.
  boolean ends(int end) {
    int at = end;
    while (at < text.length() && "\"')]”’» ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean gap = at > end;
    return at == text.length()
        || text.charAt(at) == '\n'
        || (gap && (Character.isUpperCase(text.codePointAt(at)) || Character.isDigit(text.charAt(at))));
  }
}
