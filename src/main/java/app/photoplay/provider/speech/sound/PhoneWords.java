package app.photoplay.provider.speech.sound;

import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// When words are spoken, where a voice tells of its phones alone: each word takes as many phones
/// in a row as its letters suggest, and none has a pause within.
public final class PhoneWords {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// A pause within a word is as wrong as so many phones too many, squared.
  private static final double TORN = 400;

  /// A pause where the text has a sign for one is as good.
  private static final double PAUSED = -4;

  private static final Pattern CLOSED = Pattern.compile(".*[.,;:!?。、]['\")]*");

  private final String[] words;
  private final List<Phone> phones;
  private final Set<Integer> seams;
  private final double phonesPerLetter;

  private PhoneWords(String text, List<Phone> phones, Set<Integer> seams) {
    this.seams = Set.copyOf(seams);
    this.words = SPACE.split(text.strip());
    this.phones = phones;
    long spoken = phones.stream().filter(it -> !pause(it)).count();
    this.phonesPerLetter =
        (double) spoken / Math.max(1, Arrays.stream(words).mapToLong(PhoneWords::letters).sum());
  }

  /// The words of a text, in order.
  ///
  /// @param text as the voice was given it, words apart by spaces
  public static List<Word> timed(String text, List<Phone> phones) {
    return timed(text, phones, Set.of());
  }

  /// The same where it is known that words begin.
  ///
  /// @param seams numbers of the phones that begin one; not every word needs to have one
  public static List<Word> timed(String text, List<Phone> phones, Set<Integer> seams) {
    return text.isBlank() ? List.of() : new PhoneWords(text, phones, seams).timed();
  }

  private List<Word> timed() {
    int count = phones.size();
    double[][] cost = new double[words.length + 1][count + 1];
    int[][] from = new int[words.length + 1][count + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int word = 0; word < words.length; word++) {
      double meant = letters(words[word]) * phonesPerLetter;
      for (int start = 0; start <= count; start++) {
        if (Double.isInfinite(cost[word][start])) {
          continue;
        }
        int most = Math.min(count, start + (int) (3 * meant) + 12);
        int spoken = 0;
        int torn = 0;
        boolean paused = false;
        for (int end = start; end <= most; end++) {
          if (end > start && pause(phones.get(end - 1))) {
            paused = spoken > 0;
          } else if (end > start) {
            torn += paused ? 1 : 0;
            paused = false;
            spoken++;
          }
          double off = spoken - meant;
          double price =
              cost[word][start]
                  + off * off / (meant + 1)
                  + torn * TORN
                  + (seams.contains(end) ? PAUSED / 2 : 0)
                  + (closedAt(word, end) ? PAUSED : 0);
          if (price < cost[word + 1][end]) {
            cost[word + 1][end] = price;
            from[word + 1][end] = start;
          }
        }
      }
    }
    int end = count;
    while (end > 0 && Double.isInfinite(cost[words.length][end])) {
      end--;
    }
    List<Word> timed = new ArrayList<>();
    for (int word = words.length; word > 0; word--) {
      int start = from[word][end];
      timed.addFirst(word(words[word - 1], start, end));
      end = start;
    }
    return timed;
  }

  private Word word(String text, int start, int end) {
    int first = start;
    int last = end;
    while (first < last && pause(phones.get(first))) {
      first++;
    }
    while (last > first && pause(phones.get(last - 1))) {
      last--;
    }
    double begin = first < phones.size() ? phones.get(first).startMillis() : lastEnd();
    return new Word(text, begin, last > first ? phones.get(last - 1).endMillis() : begin);
  }

  private double lastEnd() {
    return phones.isEmpty() ? 0 : phones.getLast().endMillis();
  }

  /// Whether a word that ends with a sign for a pause ends where there is one.
  private boolean closedAt(int word, int end) {
    return CLOSED.matcher(words[word]).matches()
        && (pausedAt(end) || (end < phones.size() && pause(phones.get(end))));
  }

  private boolean pausedAt(int end) {
    return end > 0 && pause(phones.get(end - 1));
  }

  private static boolean pause(Phone phone) {
    return phone.symbol().equals(HeardPhones.PAUSE);
  }

  private static long letters(String word) {
    return Math.max(1, word.codePoints().filter(Character::isLetterOrDigit).count());
  }
}
