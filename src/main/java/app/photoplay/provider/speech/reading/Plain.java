package app.photoplay.provider.speech.reading;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Text with plain letters for decorated ones, and for each of its characters where that was
/// written. What a rule reads by its sign (`²`, `½`, `º`, `™`) stays as it is.
///
/// @param starts for each character of the text, and behind the last, where its cluster begins in
///   what was written
record Plain(String written, String text, List<Integer> starts) {
  /// Of the signs that are Roman numerals from one to twelve.
  private static final int ROMAN_ONE = 0x2160;

  private static final int MOST_ROMAN = 12;
  private static final char WIDE_COMMA = '，';
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  private static final String KEPT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻½⅓¼⅕⅙⅐⅛⅑⅒⅔¾⅖⅗⅘⅚⅜⅝⅞ºª™℠…№";
  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";
  private static final String SINGLE_QUOTES = "’‘‛ʼ′＇`´";

  /// Marks over and through letters that only decorate: more than this many on one letter are no
  /// language's.
  private static final int MOST_MARKS = 3;

  static Plain of(String words) {
    StringBuilder text = new StringBuilder(words.length());
    List<Integer> starts = new ArrayList<>(words.length() + 1);
    int from = 0;
    while (from < words.length()) {
      int to = from + Character.charCount(words.codePointAt(from));
      while (to < words.length() && joins(words.codePointAt(to))) {
        to += Character.charCount(words.codePointAt(to));
      }
      String plain = plain(words, from, to);
      for (int i = 0; i < plain.length(); i++) {
        starts.add(from);
      }
      text.append(plain);
      from = to;
    }
    starts.add(words.length());
    return new Plain(words, text.toString(), starts);
  }

  /// Whether it belongs to the character before it.
  private static boolean joins(int character) {
    return !COMPATIBLE.hasBoundaryBefore(character) || invisible(character);
  }

  private static String plain(String words, int from, int to) {
    int first = words.codePointAt(from);
    if (to - from == 1 && first < 0x80) {
      return first == '`' ? quote(words, from) : first < ' ' && !space(first) ? " " : ascii(first);
    }
    if (first == WIDE_COMMA && !(digit(words, from - 1) && digit(words, to))) {
      return ", "; // what follows it is no decimal
    }
    if (KEPT.indexOf(first) >= 0) {
      return Character.toString(first);
    }
    if (first >= ROMAN_ONE && first < ROMAN_ONE + MOST_ROMAN && !behindWord(words, from)) {
      return Integer.toString(first - ROMAN_ONE + 1);
    }
    if (circled(first)) {
      String number = COMPATIBLE.normalize(Character.toString(first));
      boolean goesOn = to < words.length() && Character.isLetter(words.codePointAt(to));
      return (from > 0 && circled(words.codePointBefore(from)) ? ", " : "")
          + number
          + (goesOn ? " " : "");
    }
    if (SINGLE_QUOTES.indexOf(first) >= 0) {
      return quote(words, from);
    }
    StringBuilder kept = new StringBuilder();
    int marks = 0;
    for (int at = from; at < to; ) {
      int character = words.codePointAt(at);
      at += Character.charCount(character);
      boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
      marks += mark ? 1 : 0;
      if (!invisible(character) && !decorates(character)) {
        kept.append(letter(character));
      }
    }
    if (marks > MOST_MARKS) {
      return COMPOSED.normalize(Character.toString(kept.isEmpty() ? ' ' : kept.codePointAt(0)));
    }
    return COMPATIBLE.normalize(kept).replace('⁄', '/').replace('−', '-');
  }

  /// A number in a circle.
  private static boolean circled(int character) {
    return character >= 0x2460 && character <= 0x2473;
  }

  /// Whether it may belong to a name or a noun, which decides how it is read.
  private static boolean behindWord(String words, int at) {
    int before = at;
    while (before > 0 && words.charAt(before - 1) == ' ') {
      before--;
    }
    return before > 0 && Character.isLetter(words.codePointBefore(before));
  }

  private static boolean digit(String words, int at) {
    return at >= 0 && at < words.length() && Character.isDigit(words.charAt(at));
  }

  private static String ascii(int character) {
    return Character.toString(character);
  }

  private static boolean space(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  /// A quotation mark is an apostrophe between letters, and stays what it is elsewhere.
  private static String quote(String words, int at) {
    boolean after = at > 0 && Character.isLetterOrDigit(words.charAt(at - 1));
    boolean before = at + 1 < words.length() && Character.isLetterOrDigit(words.charAt(at + 1));
    char sign = words.charAt(at);
    boolean tick = sign == '`' || sign == '´';
    return (tick ? after && before : after || before)
        ? sign == '′' ? "′" : "'"
        : sign == '`' ? " " : Character.toString(sign);
  }

  /// Soft hyphens, marks of direction, variants of emoji; not the joiners that change how Persian
  /// and Indian words are read.
  private static boolean invisible(int character) {
    return switch (character) {
      case 0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF -> true;
      default ->
          (character >= 0x202A && character <= 0x202E)
              || (character >= 0x2061 && character <= 0x206F)
              || (character >= 0xFE00 && character <= 0xFE0F)
              || (character >= 0xE0000 && character <= 0xE0FFF)
              || Character.getType(character) == Character.ENCLOSING_MARK;
    };
  }

  /// Lines over, under and through letters.
  private static boolean decorates(int character) {
    return (character >= 0x0332 && character <= 0x0338)
        || character == 0x0305
        || character == 0x033F
        || character == 0x0320
        || (character >= 0x20D0 && character <= 0x20FF);
  }

  private static String letter(int character) {
    if (character >= 0x1F150 && character <= 0x1F169) {
      return Character.toString('A' + character - 0x1F150);
    }
    if (character >= 0x1F170 && character <= 0x1F189) {
      return Character.toString('A' + character - 0x1F170);
    }
    if (character >= 0x249C && character <= 0x24B5) {
      return Character.toString('a' + character - 0x249C);
    }
    if (character >= 0x2776 && character <= 0x277F) {
      return Integer.toString(character - 0x2776 + 1);
    }
    if (character > 0x7F && Character.isDigit(character)) {
      return Integer.toString(Character.digit(character, 10));
    }
    int small = character < 0x80 ? -1 : SMALL_CAPITALS.indexOf(character);
    if (small >= 0) {
      return Character.toString('a' + small);
    }
    return switch (character) {
      case 'ǫ' -> "q";
      case 0x1F51F -> "10";
      case 0x33A1 -> "m²";
      case 0x33A5 -> "m³";
      case 0x33A2 -> "km²";
      case 0x33A6 -> "km³";
      case 0x33A0 -> "cm²";
      default -> Character.toString(character);
    };
  }

  /// The written text of a part.
  String written(int from, int to) {
    return written.substring(from == 0 ? 0 : starts.get(from), starts.get(to));
  }

  /// Only for messages.
  @Override
  public String toString() {
    return text + Arrays.toString(starts.toArray());
  }
}
