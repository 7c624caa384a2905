package app.photoplay.provider.local.piper;

import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.sound.HeardPhones;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// When the phones of one sentence are heard.
final class PiperTimes {
  private static final Set<String> SIGNS = Set.of(".", ",", "?", "!", ":", ";");
  private static final double VOWEL = 1.6;
  private static final String VOWELS = "aeiouyæøœɐɑɒɔəɚɛɜɪʊʌʏᵻɨʉɯ";

  private final List<Phone> phones = new ArrayList<>();
  private final Set<Integer> seams = new HashSet<>();

  /// Times by the model's own lengths; where it tells none, by how long such sounds usually are.
  ///
  /// @param frames for each symbol, may be empty
  PiperTimes(List<String> symbols, double[] frames, double millis) {
    double[] lengths = frames.length == symbols.size() ? frames : usual(symbols);
    double all = 0;
    for (double length : lengths) {
      all += length;
    }
    double begin = 0;
    double sum = 0;
    String symbol = HeardPhones.PAUSE;
    for (int i = 0; i < lengths.length; i++) {
      String own = symbols.get(i);
      if (begins(own)) {
        end(symbol, begin, millis * sum / all);
        symbol = SIGNS.contains(own) ? HeardPhones.PAUSE : own;
        begin = millis * sum / all;
      } else if (own.equals(" ")) {
        seams.add(phones.size() + 1);
      } else if (!own.isEmpty() && !before(own)) {
        symbol = symbol.equals(HeardPhones.PAUSE) ? symbol : symbol + own;
      }
      sum += lengths[i];
    }
    end(symbol, begin, millis);
  }

  List<Phone> phones() {
    return phones;
  }

  /// Which phones begin a word.
  Set<Integer> seams() {
    return seams;
  }

  private void end(String symbol, double from, double to) {
    if (to > from) {
      phones.add(new Phone(symbol, from, to));
    }
  }

  /// Marks of length and the like belong to the sound before them.
  private static boolean begins(String symbol) {
    int first = symbol.isEmpty() ? ' ' : symbol.codePointAt(0);
    return SIGNS.contains(symbol) || Character.getType(first) == Character.LOWERCASE_LETTER;
  }

  /// Marks of stress stand before their sound.
  private static boolean before(String symbol) {
    return symbol.equals("ˈ") || symbol.equals("ˌ");
  }

  private static double[] usual(List<String> symbols) {
    double[] lengths = new double[symbols.size()];
    for (int i = 0; i < lengths.length; i++) {
      String symbol = symbols.get(i);
      boolean vowel = !symbol.isEmpty() && VOWELS.contains(symbol);
      boolean edge = i == 0 || i == lengths.length - 1;
      lengths[i] = symbol.equals("ː") ? 0.8 : !begins(symbol) ? (edge ? 1 : 0) : vowel ? VOWEL : 1;
    }
    return lengths;
  }
}
