package app.photoplay.provider.local;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where the eyes look: at the viewer, now and then for a moment a little aside, in quick jumps as
/// eyes make them.
final class Gaze {
  private static final double JUMP = 0.045;

  /// In units of the face; an iris is about 0.18 wide.
  private static final double FARTHEST = 0.026;

  private record Jump(double at, double to) {}

  private final List<Jump> jumps = new ArrayList<>();

  Gaze(double seconds, RandomGenerator random) {
    double at = random.nextDouble(0.9, 2.0);
    while (at < seconds) {
      double aside = random.nextDouble(0.4, 1) * FARTHEST * (random.nextBoolean() ? 1 : -1);
      jumps.add(new Jump(at, aside));
      at += random.nextDouble(0.5, 1.3);
      jumps.add(new Jump(at, random.nextDouble(-0.15, 0.15) * FARTHEST));
      at += random.nextDouble(1.2, 3.2);
    }
  }

  /// How far aside the irises are, along u in units of the face.
  double aside(double seconds) {
    double from = 0;
    for (Jump jump : jumps) {
      double part = (seconds - jump.at()) / JUMP;
      if (part <= 0) {
        return from;
      }
      from += (jump.to() - from) * Pixels.smoothstep(part);
    }
    return from;
  }
}
