package app.photoplay.wording;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what somebody probably meant, for "did you mean".
public final class Nearest {
  private Nearest() {}

  /// The candidate that needs the fewest single-letter edits, when that is at most a third of its
  /// letters (or two, when it is shorter).
  public static Optional<String> to(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(it -> distance(word, it) <= Math.max(2, it.length() / 3))
        .min(Comparator.comparingInt(it -> distance(word, it)));
  }

  /// Levenshtein's distance, with two rows of his table.
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int swap = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + swap, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
