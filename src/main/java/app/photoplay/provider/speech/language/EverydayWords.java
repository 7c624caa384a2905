package app.photoplay.provider.speech.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How much a word speaks for each language: the more, the more often people there use it. Words
/// count as they are written and, a little less, as people type them who leave out accents or write
/// `ae` for `ä`.
///
/// Two lists: words of every day, written for this, and the most frequent words of subtitles, in
/// their order. A word's frequency is taken to fall with its place in the list (Zipf's law), and
/// counts by its logarithm.
final class EverydayWords {
  /// So far down a list a word says nothing any more.
  private static final double LAST_PLACE = 40_000;

  /// The first words of a list are short, and some other language has them as well.
  private static final double FIRST_PLACE = 30;

  /// About where a word of every day stands among those of subtitles.
  private static final double EVERYDAY_PLACE = 400;

  /// A known word of medium frequency is worth about 1.
  private static final double UNIT = 2.5;

  private static final double TYPED = 0.9;

  private static final int STEPS = 50;
  private static final int WEIGHT_BITS = 8;
  private static final int LANGUAGE_BITS = 8;
  private static final int ENTRY_BITS = WEIGHT_BITS + LANGUAGE_BITS;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u064B-\\u065F\\u093C]");

  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ø', "o"),
          Map.entry('ı', "i"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ə', "e"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          // Arabic letters that keyboards of other languages have in place of the right one
          Map.entry('ي', "ی"),
          Map.entry('ى', "ی"),
          Map.entry('ك', "ک"),
          Map.entry('ة', "ه"),
          Map.entry('ہ', "ه"),
          Map.entry('ٱ', "ا"),
          Map.entry('\u200C', ""),
          Map.entry('\u200D', ""),
          // the two signs for a vowel through the nose
          Map.entry('ँ', "ं"));

  /// Two letters for one, as on a keyboard that lacks it.
  private static final Map<Character, String> TWO_FOR_ONE =
      Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'å', "aa", 'ø', "oe", 'æ', "ae");

  /// Sorted. Each is a word's hash (47 bits), a language and a weight; some stand twice.
  private long[] entries = new long[1 << 18];

  private int size;

  /// @param languages in the order of the scores
  EverydayWords(List<String> languages) {
    Map<String, String[]> often = lists("frequent-words.txt");
    Map<String, String[]> everyday = lists("everyday-words.txt");
    for (int language = 0; language < languages.size(); language++) {
      String code = languages.get(language);
      String[] frequent = often.getOrDefault(code, new String[0]);
      boolean ordered = frequent.length > 1_000;
      for (int i = 0; i < frequent.length; i++) {
        enter(frequent[i], language, i + FIRST_PLACE);
      }
      String[] own = everyday.getOrDefault(code, new String[0]);
      for (int i = 0; i < own.length; i++) {
        enter(own[i], language, ordered ? EVERYDAY_PLACE : 2 * i + FIRST_PLACE);
      }
    }
    entries = Arrays.copyOf(entries, size);
    Arrays.sort(entries);
  }

  /// Each line of a file: a language and its words.
  private static Map<String, String[]> lists(String file) {
    Map<String, String[]> lists = new HashMap<>();
    try (InputStream in = EverydayWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            int end = line.indexOf(' ');
            lists.put(line.substring(0, end), SPACE.split(line.substring(end + 1), -1));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }

  private void enter(String word, int language, double place) {
    double weight = Math.log(LAST_PLACE / place) / UNIT;
    put(word, language, weight);
    if (word.chars().anyMatch(it -> it > 'z')) {
      String plain = plain(word);
      put(plain, language, weight * TYPED);
      String two = plain(replaced(word, TWO_FOR_ONE));
      if (!two.equals(plain)) {
        put(two, language, weight * TYPED);
      }
    }
  }

  private void put(String word, int language, double weight) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    long steps = Math.clamp(Math.round(weight * STEPS), 0, (1 << WEIGHT_BITS) - 1);
    entries[size] = hash(word) << ENTRY_BITS | (long) language << WEIGHT_BITS | steps;
    size++;
  }

  /// FNV-1a, with the high bits mixed in.
  private static long hash(String word) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
    }
    return (hash ^ (hash >>> 29)) & ((1L << (Long.SIZE - 1 - ENTRY_BITS)) - 1);
  }

  /// How much a word speaks for each language; all 0 when none has it.
  ///
  /// @param word lower case
  double[] weights(String word, int languages) {
    double[] weights = new double[languages];
    look(word, 1, weights);
    String plain = plain(word);
    if (!plain.equals(word)) {
      look(plain, TYPED, weights);
    }
    return weights;
  }

  private void look(String word, double share, double[] weights) {
    long hash = hash(word);
    int found = Arrays.binarySearch(entries, hash << ENTRY_BITS);
    for (int i = found < 0 ? -found - 1 : found;
        i < entries.length && entries[i] >>> ENTRY_BITS == hash;
        i++) {
      int language = (int) (entries[i] >>> WEIGHT_BITS) & (1 << LANGUAGE_BITS) - 1;
      double weight = (double) (entries[i] & (1 << WEIGHT_BITS) - 1) / STEPS * share;
      weights[language] = Math.max(weights[language], weight);
    }
  }

  /// A word as it is typed without accents.
  private static String plain(String word) {
    String apart = Normalizer.normalize(replaced(word, PLAIN), Normalizer.Form.NFD);
    return ACCENTS.matcher(apart).replaceAll("");
  }

  private static String replaced(String word, Map<Character, String> replacements) {
    StringBuilder text = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      String other = letter > 'z' ? replacements.get(letter) : null;
      if (other == null) {
        text.append(letter);
      } else {
        text.append(other);
      }
    }
    return text.toString();
  }
}
