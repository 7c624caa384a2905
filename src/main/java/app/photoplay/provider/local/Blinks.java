package app.photoplay.provider.local;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// When the eyes close: every few seconds, now and then twice, by chance that depends on the seed
/// alone.
final class Blinks {
  private static final double CLOSING = 0.080;
  private static final double SHUT = 0.030;
  private static final double OPENING = 0.150;
  private static final double WHOLE = CLOSING + SHUT + OPENING;

  private final List<Double> starts = new ArrayList<>();

  Blinks(double seconds, RandomGenerator random) {
    double at = random.nextDouble(1.0, 2.4);
    while (at + WHOLE < seconds) {
      starts.add(at);
      if (random.nextDouble() < 0.12) {
        starts.add(at + WHOLE + 0.06);
        at += WHOLE + 0.06;
      }
      at += random.nextDouble(2.2, 5.0);
    }
  }

  /// How far the lids are down: 0 (open) to 1.
  double closed(double seconds) {
    for (double start : starts) {
      double t = seconds - start;
      if (t > 0 && t < WHOLE) {
        return t < CLOSING
            ? Pixels.smoothstep(t / CLOSING)
            : 1 - Pixels.smoothstep((t - CLOSING - SHUT) / OPENING);
      }
    }
    return 0;
  }
}
