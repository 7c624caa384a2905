package app.photoplay.provider.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text in one line, without markup and without characters that nobody sees.
public final class PlainText {
  /// What is longer is no text of a storyboard. It is judged by its beginning.
  private static final int READ = 20_000;

  private static final int ROUNDS = 4;

  private static final Pattern HIDDEN_ELEMENT =
      Pattern.compile("(?is)<(script|style)\\b[^<>]{0,200}>.{0,2000}?</\\1\\s{0,9}>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]{0,300}>");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private PlainText() {}

  /// Cleans a text; what was cleaned before stays as it is.
  static String of(String written) {
    String text = cut(written, READ);
    for (int round = 0; round < ROUNDS; round++) {
      String cleaned = cleaned(text);
      if (cleaned.equals(text)) {
        return text;
      }
      text = cleaned;
    }
    // what was taken away uncovered more of it, again and again: nobody writes so by chance
    return cleaned(cleaned(text.replaceAll("[<>&*_`]", " ")));
  }

  /// Cleans each line by itself: those of a script mean something.
  public static String lines(String written) {
    return written.lines().map(PlainText::of).collect(Collectors.joining("\n")).strip();
  }

  /// The first code points of a text.
  public static String cut(String text, int most) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static String cleaned(String written) {
    boolean closes = written.contains("</"); // looking for an end that is not there takes long
    String text = closes ? HIDDEN_ELEMENT.matcher(written).replaceAll(" ") : written;
    text = TAG.matcher(text).replaceAll(" ");
    text = entities(text);
    text = EMPHASIS.matcher(text).replaceAll("");
    StringBuilder kept = new StringBuilder(text.length());
    int before = ' ';
    int marks = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(before)) {
      int character = text.codePointAt(at);
      before = character;
      boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
      marks = mark ? marks + 1 : 0;
      if (marks <= 4 && visible(character)) { // more marks on one letter hide what is around it
        kept.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
      }
    }
    String normal = Normalizer.normalize(kept, Normalizer.Form.NFC);
    return SPACE.matcher(normal).replaceAll(" ").strip();
  }

  private static boolean visible(int character) {
    if (character == 0x200C || character == 0x200D) {
      return true; // joiners change how Persian and Indian words are written
    }
    return switch (Character.getType(character)) {
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      default -> character != 0x3164 && character != 0x115F && character != 0x1160;
    };
  }

  private static String entities(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&nbsp;", " ")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&apos;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
  }
}
