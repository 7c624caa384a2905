package app.photoplay.provider.local.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Gives each scene a length that can be filmed, so that together they last as long as the film.
final class Lengths {
  /// A second too little for what is said is worse than many that are not as planned.
  private static final double HURRY = 100;

  private final List<Double> needs;
  private final List<Double> wanted;
  private final List<Integer> shots;

  private Lengths(List<Double> needs, int seconds, List<Integer> shots) {
    // all alike where there is time, except those that need more
    double most =
        level(seconds, level -> needs.stream().mapToDouble(it -> Math.min(it, level)).sum());
    this.needs = needs.stream().map(it -> Math.min(it, most)).toList();
    double least =
        level(seconds, level -> this.needs.stream().mapToDouble(it -> Math.max(it, level)).sum());
    this.wanted = this.needs.stream().map(it -> Math.max(it, least)).toList();
    this.shots = shots;
  }

  /// Lengths nearest to what scenes need.
  ///
  /// @param needs in seconds, one a scene
  /// @param shots ascending
  static List<Integer> of(List<Double> needs, int seconds, List<Integer> shots) {
    return new Lengths(needs, seconds, shots).fitted(seconds);
  }

  /// Where a rising sum reaches the film's length, or the length itself where it does not.
  private static double level(int seconds, DoubleUnaryOperator sum) {
    double low = 0;
    double high = seconds;
    for (int step = 0; step < 40; step++) {
      double level = (low + high) / 2;
      boolean enough = sum.applyAsDouble(level) >= seconds;
      low = enough ? low : level;
      high = enough ? level : high;
    }
    return high;
  }

  private List<Integer> fitted(int seconds) {
    List<Integer> lengths = new ArrayList<>();
    for (int scene = 0; scene < wanted.size(); scene++) {
      lengths.add(nearest(scene));
    }
    int sum = lengths.stream().mapToInt(it -> it).sum();
    while (sum != seconds) {
      int scene = cheapest(lengths, sum < seconds);
      int changed =
          scene < 0 ? sum : sum - lengths.get(scene) + next(lengths, scene, sum < seconds);
      if (Math.abs(changed - seconds) >= Math.abs(sum - seconds)) {
        break;
      }
      lengths.set(scene, next(lengths, scene, sum < seconds));
      sum = changed;
    }
    return lengths;
  }

  /// The scene that suffers least from the next length, or -1 when none has one.
  private int cheapest(List<Integer> lengths, boolean longer) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int scene = 0; scene < lengths.size(); scene++) {
      int next = next(lengths, scene, longer);
      double cost = cost(scene, next);
      if (next != lengths.get(scene) && cost < least) {
        least = cost;
        best = scene;
      }
    }
    return best;
  }

  private double cost(int scene, int length) {
    return Math.abs(length - wanted.get(scene)) + HURRY * Math.max(0, needs.get(scene) - length);
  }

  private int next(List<Integer> lengths, int scene, boolean longer) {
    int at = shots.indexOf(lengths.get(scene)) + (longer ? 1 : -1);
    return at < 0 || at >= shots.size() ? lengths.get(scene) : shots.get(at);
  }

  private int nearest(int scene) {
    int best = shots.getFirst();
    for (int shot : shots) {
      best = cost(scene, shot) < cost(scene, best) ? shot : best;
    }
    return best;
  }
}
