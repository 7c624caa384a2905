package app.photoplay.provider.local.scene;

import app.photoplay.provider.text.SpokenTime;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes texts apart into what can be said in one scene, in any language.
final class Passages {
  /// The voices here speak more slowly than people do, and begin and end with a pause.
  private static final double SLOWER = 1.15;

  private static final double PAUSE = 0.4;

  /// A line's end within a sentence.
  private static final Pattern WRAPPED =
      Pattern.compile("(?<=[^.!?…。！？।؟\\s])[ \\t]*\\R(?![ \\t]*\\R)[ \\t]*");

  /// Ends with a full stop, but no sentence.
  private static final Pattern TITLE =
      Pattern.compile("(?:^|[\\s(])(?:Dr|Mr|Mrs|Ms|St|Prof|Hr|Fr|Sr|Sra|Mme|Mlle|M|No|Nr)\\.\\s$");

  /// Written by somebody who begins sentences with small letters.
  private static final Pattern SMALL = Pattern.compile("^\\P{L}*\\p{Ll}");

  private static final Pattern SMALL_END = Pattern.compile("(?<=\\p{Ll}{2}[.!?])\\s+(?=\\p{Ll})");

  private static final Pattern CLAUSE =
      Pattern.compile("(?<=[,;:])\\s+|(?<=[，、；：،؛])|\\s+[–—]\\s+");
  private static final Pattern LAST_MARK = Pattern.compile("[,;:，、；：،؛\\s]+$");

  /// Also within quotes and brackets.
  private static final Pattern ENDED = Pattern.compile("[.!?…。！？।؟۔][\"'”’»)\\]」』\\s]*$");

  /// Less is no passage of its own.
  private static final double SHORTEST = 1.2;

  private Passages() {}

  /// The sentences of a text in their order.
  static List<String> sentences(String text, String language) {
    String unwrapped = WRAPPED.matcher(text.strip()).replaceAll(" ");
    if (SMALL.matcher(unwrapped).find()) {
      return SMALL_END
          .splitAsStream(unwrapped)
          .flatMap(part -> whole(part, language).stream())
          .toList();
    }
    return whole(unwrapped, language);
  }

  private static List<String> whole(String unwrapped, String language) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
    breaks.setText(unwrapped);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to < unwrapped.length() && TITLE.matcher(unwrapped.substring(from, to)).find()) {
        continue;
      }
      String sentence = unwrapped.substring(from, to).replaceAll("\\s+", " ").strip();
      if (sentence.codePoints().anyMatch(Character::isLetter)) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }

  /// How long words take, with the pauses around them.
  static double seconds(String words) {
    return words.isEmpty() ? 0 : PAUSE + SLOWER * SpokenTime.seconds(words);
  }

  /// Two parts of a sentence, cut where one takes breath, nearest to its middle.
  static Optional<List<String>> halves(String sentence) {
    Matcher ends = CLAUSE.matcher(sentence);
    int first = 0;
    int second = 0;
    while (ends.find()) {
      if (offCentre(sentence, ends.start()) < offCentre(sentence, first)) {
        first = ends.start();
        second = ends.end();
      }
    }
    List<String> halves = List.of(sentence.substring(0, first), sentence.substring(second));
    return halves.stream().allMatch(it -> SpokenTime.seconds(it) > SHORTEST)
        ? Optional.of(halves)
        : Optional.empty();
  }

  private static int offCentre(String sentence, int at) {
    return Math.abs(2 * at - sentence.length());
  }

  /// As many whole sentences from the beginning as can be said in time; may be none.
  static String within(double seconds, String words, String language) {
    String fitting = "";
    for (String sentence : sentences(words, language)) {
      String longer = (fitting + " " + sentence).strip();
      if (seconds(longer) > seconds) {
        return fitting;
      }
      fitting = longer;
    }
    return fitting;
  }

  /// Words with the mark of a sentence's end, where they have none.
  static String ended(String words) {
    if (words.isEmpty() || ENDED.matcher(words).find()) {
      return words;
    }
    String open = LAST_MARK.matcher(words).replaceAll("");
    return open.isEmpty() ? "" : open + mark(open.codePointBefore(open.length()));
  }

  private static String mark(int last) {
    return switch (UnicodeScript.of(last)) {
      case HAN, HIRAGANA, KATAKANA -> "。";
      case DEVANAGARI, BENGALI, GURMUKHI -> "।";
      default -> ".";
    };
  }

  /// The beginning of a text that is no longer than so many characters, in whole words.
  static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    int longest = text.offsetByCodePoints(0, most - 1);
    int end = breaks.isBoundary(longest) ? longest : breaks.preceding(longest);
    return LAST_MARK.matcher(text.substring(0, end <= 0 ? longest : end)).replaceAll("") + "…";
  }
}
