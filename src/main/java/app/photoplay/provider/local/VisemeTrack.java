package app.photoplay.provider.local;

import app.photoplay.provider.SpeechTimings;
import app.photoplay.provider.SpeechTimings.Phone;

/// The mouth's movement through a whole speech: what each sound asks for, made as large as the
/// speech is loud, and smoothed, since no mouth jumps.
final class VisemeTrack {
  /// The picture goes ahead of the sound, as it does in life.
  private static final double LEAD_SECONDS = 0.005;

  /// All openings times this; at 1 people seem to laugh.
  private static final double GAIN = 0.85;

  private static final double OPEN_MILLIS = 36;
  private static final double WIDE_MILLIS = 50;

  /// Shorter than for the opening, so that lips really meet.
  private static final double CLOSURE_MILLIS = 22;

  private final float[] open;
  private final float[] wide;

  private VisemeTrack(float[] open, float[] wide) {
    this.open = open;
    this.wide = wide;
  }

  static VisemeTrack of(SpeechTimings timings, Envelope envelope) {
    int count = envelope.levels().length;
    float[] open = new float[count];
    float[] wide = new float[count];
    float[] closure = new float[count];
    for (Phone phone : timings.phones()) {
      Viseme start = Viseme.of(phone.symbol());
      Viseme end = Viseme.atEnd(phone.symbol());
      int from = index(phone.startMillis(), count);
      int to = index(phone.endMillis(), count);
      for (int i = from; i < to; i++) {
        double part = Pixels.smoothstep(1.25 * (i - from) / Math.max(1.0, to - from) - 0.25);
        Viseme now = start.towards(end, part);
        double loud = 0.45 + 0.55 * envelope.levels()[i];
        open[i] = (float) (now.open() * loud);
        wide[i] = (float) now.wide();
        closure[i] = (float) now.closure();
      }
    }
    open = Smoothing.gaussian(open, OPEN_MILLIS);
    wide = Smoothing.gaussian(wide, WIDE_MILLIS);
    closure = Smoothing.gaussian(closure, CLOSURE_MILLIS);
    for (int i = 0; i < count; i++) {
      open[i] *= (float) (GAIN * (1 - 0.9 * Math.min(1, 1.25 * closure[i])));
    }
    return new VisemeTrack(open, wide);
  }

  private static int index(double millis, int count) {
    return Math.clamp(Math.round(millis * Smoothing.RATE / 1000), 0, count);
  }

  /// How far the mouth is open at a time of the video: 0 to 1.
  double open(double seconds) {
    return Smoothing.at(open, seconds + LEAD_SECONDS);
  }

  /// How wide or round it is: -1 to 1.
  double wide(double seconds) {
    return Smoothing.at(wide, seconds + LEAD_SECONDS);
  }
}
