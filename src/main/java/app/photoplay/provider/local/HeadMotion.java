package app.photoplay.provider.local;

import java.util.random.RandomGenerator;

/// How the head sways: slow sums of sines with phases by chance, a nod where the voice is loud and
/// on stressed words, another bearing in each phrase.
///
/// All lengths in units of the face, angles in radians.
final class HeadMotion {
  private final double[] phases = new double[12];
  private final float[] nod;
  private final Prosody prosody;
  private final double liveliness;

  /// @param liveliness factor of all movement
  HeadMotion(Envelope envelope, Prosody prosody, double liveliness, RandomGenerator random) {
    this.prosody = prosody;
    this.liveliness = liveliness;
    for (int i = 0; i < phases.length; i++) {
      phases[i] = random.nextDouble(2 * Math.PI);
    }
    nod = Smoothing.gaussian(envelope.levels(), 140);
  }

  /// The head at one moment.
  ///
  /// @param yaw how far the middle of the face goes aside of its outline, which reads as turning
  /// @param pitch the same downwards
  record Pose(double roll, double across, double down, double yaw, double pitch) {}

  Pose at(double seconds) {
    // Sways in gently, so that the first picture is the photo as it is.
    double on = liveliness * Pixels.smoothstep(seconds / 0.8);
    double stress = prosody.stress(seconds);
    double loud = Smoothing.at(nod, seconds);
    double roll =
        Math.toRadians(
            0.9 * wave(0, 0.11, seconds)
                + 0.6 * wave(1, 0.23, seconds)
                + 0.25 * wave(2, 0.61, seconds)
                + 1.1 * prosody.lean(seconds));
    double across = 0.030 * wave(3, 0.13, seconds) + 0.014 * wave(4, 0.31, seconds);
    double down = 0.016 * wave(5, 0.17, seconds) + 0.020 * loud + 0.014 * stress;
    double yaw =
        0.036 * wave(6, 0.09, seconds)
            + 0.016 * wave(7, 0.27, seconds)
            + 0.022 * prosody.turn(seconds);
    double pitch = 0.022 * wave(8, 0.15, seconds) + 0.010 * loud + 0.016 * stress;
    return new Pose(on * roll, on * across, on * down, on * yaw, on * pitch);
  }

  private double wave(int which, double hertz, double seconds) {
    return Math.sin(2 * Math.PI * hertz * seconds + phases[which]);
  }
}
