package app.photoplay.kind.cast;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of members: what may be one, which are the same, and where they occur.
public final class Names {
  /// In UTF-16 units.
  public static final int LONGEST = 40;

  /// They are written into lists and before what somebody says, so that commas and colons are none.
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}.'’ -]*");

  private Names() {}

  /// A name as it is saved; empty when that cannot be one.
  public static Optional<String> read(String written) {
    String name =
        Normalizer.normalize(written, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    boolean good =
        name.length() <= LONGEST
            && NAME.matcher(name).matches()
            && name.codePoints().anyMatch(Character::isLetter);
    return good ? Optional.of(name) : Optional.empty();
  }

  /// The same for all names that are the same.
  public static String folded(String name) {
    return read(name).orElse(name).toLowerCase(Locale.ROOT);
  }

  /// Whether two names mean the same one.
  public static boolean alike(String one, String other) {
    return folded(one).equals(folded(other));
  }

  /// The names in a list that somebody wrote: `Anna, Rex`.
  public static List<String> list(String written) {
    return Arrays.stream(written.split("[,;]"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /// Whether a name is among the words of a text: `Ann` is not in `Anna`. Scripts that leave no
  /// room between words have no whole ones.
  public static boolean occurs(String name, String text) {
    if (name.isBlank()) {
      return false;
    }
    String edge = "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}\\p{IsHiragana}\\p{IsThai}]]";
    String before = joins(name.codePointAt(0)) ? "(?<!" + edge + ")" : "";
    String after = joins(name.codePointBefore(name.length())) ? "(?!" + edge + ")" : "";
    return Pattern.compile(
            before + Pattern.quote(name) + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  /// Whether letters beside it would make another word of it.
  private static boolean joins(int letter) {
    Character.UnicodeScript script = Character.UnicodeScript.of(letter);
    return Character.isLetterOrDigit(letter)
        && !Character.isIdeographic(letter)
        && script != Character.UnicodeScript.HIRAGANA
        && script != Character.UnicodeScript.THAI;
  }
}
