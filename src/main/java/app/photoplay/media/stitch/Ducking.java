package app.photoplay.media.stitch;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.stereo.Sound;
import java.util.Arrays;

/// How far the clips' own sound is lowered while somebody narrates: it has gone down when the words
/// begin, stays down over the pauses between them, and comes back slowly.
final class Ducking {
  private static final double LOWERED = Loudness.amplitude(-14);

  /// Sound counts as speech from here, in the mean over one step.
  private static final double SPEECH = Loudness.amplitude(-45);

  private static final int STEP = Sound.samples(0.010);
  private static final int BEFORE = 20;
  private static final int AFTER = 50;

  /// Steps over which the gain changes, half to either side.
  private static final int SMOOTH = 30;

  private Ducking() {}

  /// The gain of the clips' sound for each sample.
  static float[] under(Sound narration) {
    int steps = narration.length() / STEP + 2;
    boolean[] lowered = new boolean[steps];
    for (int step = 0; step < steps; step++) {
      if (speaks(narration, step)) {
        Arrays.fill(lowered, Math.max(0, step - BEFORE), Math.min(steps, step + AFTER), true);
      }
    }
    double[] targets = new double[steps];
    for (int step = 0; step < steps; step++) {
      double sum = 0;
      int count = 0;
      for (int i = Math.max(0, step - SMOOTH / 2); i < Math.min(steps, step + SMOOTH / 2); i++) {
        sum += lowered[i] ? LOWERED : 1;
        count++;
      }
      targets[step] = sum / count;
    }
    float[] gains = new float[narration.length()];
    for (int i = 0; i < gains.length; i++) {
      double share = (double) (i % STEP) / STEP;
      gains[i] = (float) (targets[i / STEP] * (1 - share) + targets[i / STEP + 1] * share);
    }
    return gains;
  }

  private static boolean speaks(Sound narration, int step) {
    double sum = 0;
    int from = step * STEP;
    int to = Math.min(narration.length(), from + STEP);
    for (int i = from; i < to; i++) {
      sum += narration.left()[i] * narration.left()[i];
      sum += narration.right()[i] * narration.right()[i];
    }
    return to > from && Math.sqrt(sum / (2 * (to - from))) > SPEECH;
  }
}
