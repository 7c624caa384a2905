package app.photoplay.provider.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Fits the lengths of scenes: each one that can be filmed, together the film's.
final class SceneLengths {
  /// How far the film may be from the wish: one part in so many.
  private static final int TOLERANCE = 10;

  /// Of the wish, within which lengths are changed without asking.
  private static final double NEAR = 0.3;

  /// Of sums that are looked at.
  private static final int LONGEST = 7200;

  private final int wish;
  private final List<Integer> shots;

  SceneLengths(StoryboardPrompt prompt) {
    this(prompt.seconds(), prompt.shots());
  }

  SceneLengths(int seconds, List<Integer> shots) {
    this.wish = Math.clamp(seconds, 1, LONGEST);
    this.shots = List.copyOf(new TreeSet<>(shots.stream().filter(it -> it > 0).toList()));
  }

  /// The longest that a film of so many scenes may be.
  int most(int count) {
    return wish + tolerance(count);
  }

  /// Whether scenes of these lengths are so near to the wish that they may be changed.
  boolean near(double sum) {
    return Math.abs(sum - wish) <= NEAR * wish;
  }

  /// The nearest length that can be filmed.
  int nearest(double seconds) {
    int best = shots.isEmpty() ? 1 : shots.getFirst();
    for (int shot : shots) {
      best = Math.abs(shot - seconds) < Math.abs(best - seconds) ? shot : best;
    }
    return best;
  }

  int longest() {
    return shots.isEmpty() ? 1 : shots.getLast();
  }

  /// The lengths nearest to those wanted that together are as long as the film may be.
  ///
  /// @param least below which a scene must not be
  Optional<List<Integer>> fit(List<Double> wanted, List<Double> least) {
    int count = wanted.size();
    int top = Math.min(LONGEST, count * longest());
    double[][] cost = new double[count + 1][top + 1];
    int[][] chosen = new int[count + 1][top + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int scene = 0; scene < count; scene++) {
      for (int shot : shots) {
        double off = shot - wanted.get(scene);
        for (int sum = 0; shot >= least.get(scene) && sum + shot <= top; sum++) {
          double total = cost[scene][sum] + off * off;
          if (total < cost[scene + 1][sum + shot]) {
            cost[scene + 1][sum + shot] = total;
            chosen[scene + 1][sum + shot] = shot;
          }
        }
      }
    }
    return best(cost[count], count).map(sum -> lengths(chosen, count, sum));
  }

  private Optional<Integer> best(double[] cost, int count) {
    Optional<Integer> best = Optional.empty();
    for (int sum = 0; sum < cost.length; sum++) {
      if (Double.isFinite(cost[sum])
          && allowed(sum, count)
          && (best.isEmpty() || better(cost, sum, best.get()))) {
        best = Optional.of(sum);
      }
    }
    return best;
  }

  private boolean better(double[] cost, int sum, int than) {
    return cost[sum] < cost[than]
        || (cost[sum] == cost[than] && Math.abs(sum - wish) < Math.abs(than - wish));
  }

  private static List<Integer> lengths(int[][] chosen, int count, int sum) {
    List<Integer> lengths = new ArrayList<>();
    int left = sum;
    for (int scene = count; scene > 0; scene--) {
      lengths.addFirst(chosen[scene][left]);
      left -= chosen[scene][left];
    }
    return lengths;
  }

  /// Whether a film may be so long: near the wish, or as near as any film of so many scenes can be.
  boolean allowed(int sum, int count) {
    return Math.abs(sum - wish) <= tolerance(count);
  }

  /// What a film of so many scenes may last, for a fault.
  String range(int count) {
    int tolerance = tolerance(count);
    return (wish - tolerance) + " to " + (wish + tolerance) + " seconds";
  }

  /// Where shots are too coarse to meet the wish, what is nearest to it has to do.
  private int tolerance(int count) {
    boolean[] sums = sums(count);
    int nearest = Integer.MAX_VALUE;
    for (int sum = 0; sum < sums.length; sum++) {
      nearest = sums[sum] ? Math.min(nearest, Math.abs(sum - wish)) : nearest;
    }
    int usual = wish / TOLERANCE;
    // but never so far that it is another film
    return nearest > usual && nearest <= NEAR * wish ? nearest : usual;
  }

  private boolean[] sums(int count) {
    boolean[] sums = new boolean[Math.min(LONGEST, count * longest()) + 1];
    sums[0] = true;
    for (int scene = 0; scene < count; scene++) {
      boolean[] next = new boolean[sums.length];
      for (int shot : shots) {
        for (int sum = 0; sum + shot < sums.length; sum++) {
          next[sum + shot] |= sums[sum];
        }
      }
      sums = next;
    }
    return sums;
  }
}
