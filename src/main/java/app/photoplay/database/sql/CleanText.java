package app.photoplay.database.sql;

import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// What every text column holds: Unicode without the character NUL and without halves of surrogate
/// pairs. PostgreSQL refuses the one, SQLite keeps it but measures and shows the text only up to
/// it, and both turn the other into a question mark; here all become U+FFFD, on their way in, in
/// conditions, and when an older row is read. The generated tables use it for each of their texts.
public final class CleanText extends AbstractConverter<String, String> {
  private static final long serialVersionUID = 1;
  private static final char REPLACEMENT = '\uFFFD';

  public CleanText() {
    super(String.class, String.class);
  }

  @Override
  public @Nullable String from(@Nullable String stored) {
    return stored == null ? null : of(stored);
  }

  @Override
  public @Nullable String to(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /// The text, or what both databases take in its place.
  static String of(String text) {
    int odd = odd(text, 0);
    if (odd == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    for (; odd < text.length(); odd = odd(text, odd + 1)) {
      clean.setCharAt(odd, REPLACEMENT);
    }
    return clean.toString();
  }

  /// Where the next character is that cannot be stored; the length when there is none.
  private static int odd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return text.length();
  }
}
