package app.photoplay.provider.local;

import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import java.util.Arrays;
import java.util.List;

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

  private static final double SOBER_MILLIS = 110;

  /// In shorter pauses a smile does not come back.
  private static final double SHORT_PAUSE_MILLIS = 260;

  private static final double READY_MILLIS = 200;
  private static final double DONE_MILLIS = 500;

  private final float[] open;
  private final float[] wide;
  private final float[] tuck;
  private final float[] active;
  private final float[] sober;

  private VisemeTrack(float[] open, float[] wide, float[] tuck, float[] active, float[] sober) {
    this.open = open;
    this.wide = wide;
    this.tuck = tuck;
    this.active = active;
    this.sober = sober;
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
        double loud = 0.35 + 0.65 * envelope.levels()[i];
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
    float[] sober = Smoothing.gaussian(sober(timings, count), SOBER_MILLIS);
    return new VisemeTrack(open, wide, tuck, active, sober);
  }

  /// From shortly before the first sound to shortly after the last.
  private static float[] active(SpeechTimings timings, int count) {
    float[] active = new float[count];
    List<Phone> spoken = spoken(timings);
    if (!spoken.isEmpty()) {
      double from = spoken.getFirst().startMillis() - READY_MILLIS;
      double to = spoken.getLast().endMillis() + DONE_MILLIS;
      Arrays.fill(active, index(from, count), index(to, count), 1);
    }
    return active;
  }

  /// The same without the longer pauses.
  private static float[] sober(SpeechTimings timings, int count) {
    float[] sober = new float[count];
    double until = Double.NEGATIVE_INFINITY;
    for (Phone phone : spoken(timings)) {
      boolean goesOn = phone.startMillis() - until < SHORT_PAUSE_MILLIS;
      double from = goesOn ? until : phone.startMillis() - READY_MILLIS;
      Arrays.fill(sober, index(from, count), index(phone.endMillis(), count), 1);
      until = phone.endMillis();
    }
    return sober;
  }

  private static List<Phone> spoken(SpeechTimings timings) {
    return timings.phones().stream()
        .filter(phone -> !Viseme.of(phone.symbol()).equals(Viseme.REST))
        .toList();
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
        Smoothing.at(active, time),
        Smoothing.at(sober, time));
  }
}
