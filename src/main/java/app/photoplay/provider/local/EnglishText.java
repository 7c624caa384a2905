package app.photoplay.provider.local;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Written words as an English voice can read them: without accents, with degrees as words.
final class EnglishText {
  /// Latin letters that do not decompose, and quotation marks and dashes. (ICU's Latin-ASCII does
  /// the same and takes 0.4 s to load.)
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          plain('ß', "ss"),
          plain('ẞ', "SS"),
          plain('æ', "ae"),
          plain('Æ', "AE"),
          plain('œ', "oe"),
          plain('Œ', "OE"),
          plain('ø', "o"),
          plain('Ø', "O"),
          plain('ł', "l"),
          plain('Ł', "L"),
          plain('đ', "d"),
          plain('Đ', "D"),
          plain('ð', "d"),
          plain('Ð', "D"),
          plain('þ', "th"),
          plain('Þ', "Th"),
          plain('ħ', "h"),
          plain('Ħ', "H"),
          plain('ı', "i"),
          plain('ə', "e"),
          plain('‘', "'"),
          plain('’', "'"),
          plain('‚', "'"),
          plain('“', "\""),
          plain('”', "\""),
          plain('„', "\""),
          plain('«', "\""),
          plain('»', "\""),
          plain('‐', "-"),
          plain('‑', "-"),
          plain('–', "-"),
          plain('⁄', "/"));

  private static final Pattern CELSIUS = Pattern.compile("°\\s*C\\b");
  private static final Pattern FAHRENHEIT = Pattern.compile("°\\s*F\\b");
  private static final Pattern UNKNOWN = Pattern.compile("[^ -~€£¥]");
  private static final Pattern REPEATED = Pattern.compile("([!?,;:])\\1+");
  private static final Pattern CLOSED = Pattern.compile("[.!?][\"')]*$");
  private static final Pattern OPEN_END = Pattern.compile("[,;: -]+$");

  /// MaryTTS never comes to an end with many of them.
  private static final Pattern MANY_SLASHES = Pattern.compile("\\S*(?:/\\S*){5,}");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// The letter within letters that are spelled; MaryTTS takes it for the article.
  private static final Pattern LETTER_A =
      Pattern.compile("\\bA(?= [A-Z]\\b)|(?<=\\b[A-Z] )A\\b(?!')");

  /// Sounds without a vowel, which MaryTTS would spell.
  private static final Pattern SOUND =
      Pattern.compile("(?i)\\b(?:h+m+|m{2,}|s+h{2,}|b+r{2,}|g+r{2,}|z{2,}|p+s+t+|p+f+t+)\\b");

  private static final Map<String, String> SOUNDS =
      Map.of(
          "hm", "hum", "m", "um", "sh", "shush", "br", "burr", "gr", "gurr", "z", "zuzz", "pst",
          "pist", "pft", "puff");

  /// Words with a vowel; anything else made of letters is spelled letter by letter.
  private static final Pattern WORD = Pattern.compile("(?i)[a-z]*[aeiouy][a-z]*");

  private static final Pattern LETTERS = Pattern.compile("[a-zA-Z]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SYMBOL = Pattern.compile("[&%+@=/$€£#]");
  private static final Pattern PAUSE = Pattern.compile("[.,;:!?]+(?=\\s|$)");

  private EnglishText() {}

  /// The words in plain ASCII and currency signs, without what cannot be spoken.
  static String cleaned(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC);
    text = CELSIUS.matcher(text).replaceAll(" degrees Celsius");
    text = FAHRENHEIT.matcher(text).replaceAll(" degrees Fahrenheit");
    text = text.replace("°", " degrees ");
    StringBuilder kept = new StringBuilder(text.length());
    Normalizer.normalize(WrittenText.cleaned(text), Normalizer.Form.NFKD)
        .codePoints()
        .forEach(character -> append(kept, character));
    text = UNKNOWN.matcher(kept).replaceAll(" ");
    text = REPEATED.matcher(text).replaceAll("$1");
    text = MANY_SLASHES.matcher(text).replaceAll(many -> many.group().replace('/', ' '));
    text = LETTER_A.matcher(text).replaceAll("ay");
    text = SOUND.matcher(text).replaceAll(sound -> SOUNDS.getOrDefault(vowel(sound), sound.group()));
    return closed(SPACE.matcher(text).replaceAll(" ").strip());
  }

  /// Ends the last sentence: MaryTTS speaks an open one half as fast.
  private static String closed(String text) {
    if (text.isEmpty() || CLOSED.matcher(text).find()) {
      return text;
    }
    return OPEN_END.matcher(text).replaceAll("") + ".";
  }

  private static String vowel(MatchResult sound) {
    return sound.group().toLowerCase(Locale.ROOT).replaceAll("(.)\\1+", "$1");
  }

  private static Map.Entry<Integer, String> plain(char letter, String replacement) {
    return Map.entry((int) letter, replacement);
  }

  private static void append(StringBuilder kept, int character) {
    if (Character.isDigit(character)) {
      kept.append(Character.digit(character, 10));
      return;
    }
    switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.FORMAT -> {
        // accents, which stand alone after decomposition; joiners
      }
      default -> kept.append(PLAIN.getOrDefault(character, Character.toString(character)));
    }
  }

  /// How long cleaned words take, estimated. The seconds of each part were fitted to what MaryTTS
  /// 5.2.1 with cmu-slt-hsmm makes of 23 texts: all are met within 20 %, but web addresses within
  /// 35 %.
  static double seconds(String cleaned) {
    double words = 0;
    for (String letters : LETTERS.matcher(cleaned).results().map(MatchResult::group).toList()) {
      boolean spoken = letters.length() > 1 && WORD.matcher(letters).matches();
      words += letters.length() * (spoken ? 0.063 : 0.21);
    }
    double numbers =
        DIGITS
            .matcher(cleaned)
            .results()
            .mapToDouble(digits -> digits.group().length())
            .map(length -> length * (length > 4 ? 0.55 : 0.28))
            .sum();
    long symbols = SYMBOL.matcher(cleaned).results().count();
    long pauses = PAUSE.matcher(cleaned).results().count();
    return words + numbers + 0.45 * symbols + 0.5 * pauses;
  }
}
