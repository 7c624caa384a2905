package app.photoplay.provider.local;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words as people type them, in any script, without what no voice should read: markup, emoji,
/// control and direction characters, the scheme of a web address.
final class WrittenText {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
  private static final Pattern SCHEME = Pattern.compile("(?i)\\bhttps?://(?:www\\.)?");

  /// What follows the host of a web address when it is too long to be listened to.
  private static final Pattern LONG_PATH =
      Pattern.compile("(?i)(\\bhttps?://[^\\s/?#]+)[/?#]\\S{20,}?(?=[.,;:!?)\"']*(?:\\s|$))");

  private static final Pattern DASH = Pattern.compile("\\s+[-–—]+(?=\\s)|\\s*—\\s*");
  private static final Pattern LINE_END = Pattern.compile("(?<=[\\p{L}\\p{M}\\p{N}])\\s*\\R\\s*");
  private static final Pattern MARKUP = Pattern.compile("[*_~`|\\\\^{}\\[\\]<>]|(?<!\\p{L})#");
  private static final Pattern REPEATED = Pattern.compile("([!?,;:])\\1+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private WrittenText() {}

  static String cleaned(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC);
    text = TAG.matcher(text).replaceAll(" ");
    text = LONG_PATH.matcher(text).replaceAll("$1");
    text = SCHEME.matcher(text).replaceAll(""); // nobody reads that part of an address aloud
    text = DASH.matcher(text).replaceAll(", "); // it would be read as "minus"
    text = LINE_END.matcher(text).replaceAll(", ");
    text = MARKUP.matcher(text).replaceAll(" ");
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(kept, character));
    text = REPEATED.matcher(kept).replaceAll("$1");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static void append(StringBuilder kept, int character) {
    if (character == 0x200C || character == 0x200D) {
      kept.appendCodePoint(character); // joiners change how Persian and Indian words are read
      return;
    }
    boolean picture =
        (character >= 0xFE00 && character <= 0xFE0F)
            || (character >= 0xE0000 && character < 0xE0080);
    switch (Character.getType(character)) {
      case Character.FORMAT, Character.ENCLOSING_MARK -> {
        // invisible: direction marks, soft hyphens; the box around a digit
      }
      case Character.CONTROL,
          Character.MODIFIER_SYMBOL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          kept.append(' ');
      case Character.OTHER_SYMBOL -> kept.append(character == '°' ? "°" : " "); // emoji
      default -> {
        if (!picture) {
          kept.appendCodePoint(character);
        }
      }
    }
  }

  static boolean hasWords(String cleaned) {
    return cleaned.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /// The words that hold letters of other scripts than these.
  static List<String> foreign(String words, Set<UnicodeScript> scripts) {
    return SPACE
        .splitAsStream(Normalizer.normalize(words, Normalizer.Form.NFKC))
        .filter(word -> word.codePoints().anyMatch(it -> isForeign(it, scripts)))
        .toList();
  }

  private static boolean isForeign(int character, Set<UnicodeScript> scripts) {
    UnicodeScript script = UnicodeScript.of(character);
    return Character.isLetter(character)
        && script != UnicodeScript.COMMON
        && script != UnicodeScript.INHERITED
        && !scripts.contains(script);
  }
}
