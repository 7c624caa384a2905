package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// What head and brows take from a speech: its stressed moments and its phrases.
final class Prosody {
  /// A place that is louder than its surroundings by this part of the whole range is stressed.
  private static final double LEAST_STRESS = 0.10;

  private static final double FULL_STRESS = 0.40;
  private static final double STRESSES_APART = 1.1;
  private static final double RISE = 0.22;
  private static final double FALL = 0.50;
  private static final double PAUSE_MILLIS = 140;

  private final float[] stress;
  private final float[] lean;
  private final float[] turn;

  private Prosody(float[] stress, float[] lean, float[] turn) {
    this.stress = stress;
    this.lean = lean;
    this.turn = turn;
  }

  static Prosody of(SpeechTimings timings, Envelope envelope, RandomGenerator random) {
    int count = envelope.levels().length;
    float[] lean = new float[count];
    float[] turn = new float[count];
    double ended = Double.NEGATIVE_INFINITY;
    for (Phone phone : timings.phones()) {
      if (!Viseme.of(phone.symbol()).equals(Viseme.REST)) {
        if (phone.startMillis() - ended > PAUSE_MILLIS) {
          int from = Math.clamp(Math.round(phone.startMillis() * Smoothing.RATE / 1000), 0, count);
          Arrays.fill(lean, from, count, random.nextFloat(-1, 1));
          Arrays.fill(turn, from, count, random.nextFloat(-1, 1));
        }
        ended = phone.endMillis();
      }
    }
    return new Prosody(
        stress(envelope.levels()), Smoothing.gaussian(lean, 240), Smoothing.gaussian(turn, 240));
  }

  private static float[] stress(float[] levels) {
    float[] near = Smoothing.gaussian(levels, 70);
    float[] around = Smoothing.gaussian(levels, 700);
    float[] stress = new float[levels.length];
    int apart = (int) (STRESSES_APART * Smoothing.RATE);
    for (int i = 1; i + 1 < near.length; i++) {
      double louder = near[i] - around[i];
      if (louder > LEAST_STRESS && isMost(near, around, i, apart / 2)) {
        lift(stress, i, Math.min(1, louder / FULL_STRESS));
      }
    }
    return stress;
  }

  private static boolean isMost(float[] near, float[] around, int at, int reach) {
    double own = near[at] - around[at];
    for (int i = Math.max(0, at - reach); i < Math.min(near.length, at + reach); i++) {
      double other = near[i] - around[i];
      if (other > own || (other == own && i < at)) {
        return false;
      }
    }
    return true;
  }

  private static void lift(float[] stress, int peak, double strength) {
    int from = peak - (int) (RISE * Smoothing.RATE);
    int to = peak + (int) (FALL * Smoothing.RATE);
    for (int i = Math.max(0, from); i < Math.min(to, stress.length); i++) {
      double part =
          i < peak ? (double) (i - from) / (peak - from) : (double) (to - i) / (to - peak);
      stress[i] = (float) Math.max(stress[i], strength * Pixels.smoothstep(part));
    }
  }

  /// 0, up to 1 where a word is stressed.
  double stress(double seconds) {
    return Smoothing.at(stress, seconds);
  }

  /// Where the head leans in this phrase, -1 to 1.
  double lean(double seconds) {
    return Smoothing.at(lean, seconds);
  }

  /// Where it is turned in this phrase, -1 to 1.
  double turn(double seconds) {
    return Smoothing.at(turn, seconds);
  }
}
