package app.photoplay.provider.local;

import app.photoplay.provider.SpeechTimings;
import app.photoplay.provider.SpeechTimings.Phone;
import java.util.Arrays;

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

  /// A mouth that speaks is unlike a mouth in a photo; it turns into it and back this slowly.
  private static final double ACTIVE_MILLIS = 80;

  /// In shorter pauses it stays ready to speak; before the first sound it gets ready.
  private static final double SHORT_PAUSE_MILLIS = 320;

  private static final double READY_MILLIS = 140;

  private final float[] open;
  private final float[] wide;
  private final float[] tuck;
  private final float[] active;

  private VisemeTrack(float[] open, float[] wide, float[] tuck, float[] active) {
    this.open = open;
    this.wide = wide;
    this.tuck = tuck;
    this.active = active;
  }

  static VisemeTrack of(SpeechTimings timings, Envelope envelope) {
    int count = envelope.levels().length;
    float[] open = new float[count];
    float[] wide = new float[count];
    float[] closure = new float[count];
    float[] tuck = new float[count];
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
        tuck[i] = now.lipOnTeeth() ? 1 : 0;
      }
    }
    open = Smoothing.gaussian(open, OPEN_MILLIS);
    wide = Smoothing.gaussian(wide, WIDE_MILLIS);
    closure = Smoothing.gaussian(closure, CLOSURE_MILLIS);
    tuck = Smoothing.gaussian(tuck, CLOSURE_MILLIS);
    for (int i = 0; i < count; i++) {
      open[i] *= (float) (GAIN * (1 - 0.9 * Math.min(1, 1.25 * closure[i])));
    }
    float[] active = Smoothing.gaussian(active(timings, count), ACTIVE_MILLIS);
    return new VisemeTrack(open, wide, tuck, active);
  }

  private static float[] active(SpeechTimings timings, int count) {
    float[] active = new float[count];
    double spoken = Double.NEGATIVE_INFINITY;
    for (Phone phone : timings.phones()) {
      if (!Viseme.of(phone.symbol()).equals(Viseme.REST)) {
        boolean goesOn = phone.startMillis() - spoken < SHORT_PAUSE_MILLIS;
        double start = goesOn ? spoken : phone.startMillis() - READY_MILLIS;
        Arrays.fill(active, index(start, count), index(phone.endMillis(), count), 1);
        spoken = phone.endMillis();
      }
    }
    return active;
  }

  private static int index(double millis, int count) {
    return Math.clamp(Math.round(millis * Smoothing.RATE / 1000), 0, count);
  }

  /// The mouth at a time of the video.
  MouthPose at(double seconds) {
    double time = seconds + LEAD_SECONDS;
    return new MouthPose(
        Smoothing.at(open, time),
        Smoothing.at(wide, time),
        Smoothing.at(tuck, time),
        Smoothing.at(active, time));
  }
}
