package app.photoplay.media.caption;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Breaks text into as few lines as it needs, as even as they can be: the least sum of squared
/// differences from the mean width, found by dynamic programming over the places where UAX #14
/// allows a break. Not thread-safe.
final class Lines {
  /// What a break costs that is not behind a clause, in squared parts of a line.
  private static final double INSIDE_CLAUSE = 0.03;

  /// What a break inside a word costs.
  private static final double INSIDE_WORD = 0.2;

  private final LineMeasure measure;
  private final BreakIterator places;
  private final BreakIterator letters;
  private final Map<String, Double> widths = new HashMap<>();

  Lines(Locale locale, LineMeasure measure) {
    this.measure = measure;
    this.places = BreakIterator.getLineInstance(locale);
    this.letters = BreakIterator.getCharacterInstance(locale);
  }

  /// The lines, or empty when there would be more than `most`.
  ///
  /// @param wordStarts offsets at which words begin
  Optional<List<String>> of(String text, Set<Integer> wordStarts, int most) {
    List<Integer> ends = ends(text);
    int count = fewest(text, ends);
    if (count > most) {
      return Optional.empty();
    }
    double mean = width(text, 0, text.length()) / count;
    int places = ends.size();
    double[][] cost = new double[count + 1][places + 1];
    int[][] from = new int[count + 1][places + 1];
    for (double[] row : cost) {
      java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int line = 1; line <= count; line++) {
      for (int to = 1; to <= places; to++) {
        for (int start = 0; start < to; start++) {
          double wide = width(text, offset(ends, start), offset(ends, to));
          if (wide > measure.most() && to > start + 1) {
            continue;
          }
          double off = (wide - mean) / measure.most();
          double total =
              cost[line - 1][start] + off * off + breaking(text, offset(ends, to), wordStarts);
          if (total < cost[line][to]) {
            cost[line][to] = total;
            from[line][to] = start;
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    int to = places;
    for (int line = count; line > 0; line--) {
      int start = from[line][to];
      lines.addFirst(text.substring(offset(ends, start), offset(ends, to)).strip());
      to = start;
    }
    return Optional.of(lines);
  }

  private static int offset(List<Integer> ends, int place) {
    return place == 0 ? 0 : ends.get(place - 1);
  }

  private static double breaking(String text, int at, Set<Integer> wordStarts) {
    if (at == text.length()) {
      return 0;
    }
    if (!wordStarts.contains(at)) {
      return INSIDE_WORD;
    }
    return WritingSystem.ending(text.substring(0, at).strip()) == WritingSystem.Ending.NONE
        ? INSIDE_CLAUSE
        : 0;
  }

  private int fewest(String text, List<Integer> ends) {
    int lines = 1;
    int start = 0;
    int before = 0;
    for (int end : ends) {
      if (width(text, start, end) > measure.most() && before > start) {
        lines++;
        start = before;
      }
      before = end;
    }
    return lines;
  }

  /// Where lines may end. What is too long for a line is cut between any two letters.
  private List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    places.setText(text);
    int start = places.first();
    for (int end = places.next(); end != BreakIterator.DONE; end = places.next()) {
      if (width(text, start, end) > measure.most()) {
        letters.setText(text.substring(start, end));
        for (int cut = letters.next(); cut != BreakIterator.DONE; cut = letters.next()) {
          if (start + cut < end) {
            ends.add(start + cut);
          }
        }
      }
      ends.add(end);
      start = end;
    }
    return ends;
  }

  /// As the sum over words, so that few texts are ever measured.
  private double width(String text, int start, int end) {
    String shown = text.substring(start, end).strip();
    double sum = 0;
    int from = 0;
    for (int i = 0; i <= shown.length(); i++) {
      if (i == shown.length() || shown.charAt(i) == ' ') {
        sum += widths.computeIfAbsent(shown.substring(from, i), measure.width()::applyAsDouble);
        if (i < shown.length()) {
          sum += widths.computeIfAbsent(" ", measure.width()::applyAsDouble);
        }
        from = i + 1;
      }
    }
    return sum;
  }
}
