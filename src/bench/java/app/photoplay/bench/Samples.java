package app.photoplay.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Numbers that were measured. Not thread-safe.
public final class Samples {
  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
  }

  public int size() {
    return values.size();
  }

  public double median() {
    List<Double> sorted = sorted();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /// The smallest value that at least this share of all does not exceed.
  public double percentile(double share) {
    List<Double> sorted = sorted();
    return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
  }

  /// `median (smallest - largest of n)` with that many digits.
  public String text(int digits, String unit) {
    List<Double> sorted = sorted();
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT,
        number + "%s (" + number + " - " + number + " of %d)",
        median(),
        unit,
        sorted.getFirst(),
        sorted.getLast(),
        sorted.size());
  }

  /// `p50 a, p99 b, max c ms of n`.
  public String milliseconds() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f, p99 %.1f, max %.1f ms of %d",
        percentile(0.5),
        percentile(0.99),
        percentile(1),
        size());
  }

  private List<Double> sorted() {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted;
  }
}
