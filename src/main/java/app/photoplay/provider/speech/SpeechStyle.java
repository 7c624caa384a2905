package app.photoplay.provider.speech;

/// How words are spoken.
///
/// @param speed 0.5 (half as fast) to 2 (twice as fast)
/// @param semitones how much higher than the voice's own pitch, -12 to 12; a voice whose range is
///   smaller goes as far as it can
public record SpeechStyle(double speed, double semitones) {
  public static final double SLOWEST = 0.5;
  public static final double FASTEST = 2;
  public static final double MOST_SEMITONES = 12;

  /// As the voice speaks by itself.
  public static final SpeechStyle NATURAL = new SpeechStyle(1, 0);

  public SpeechStyle {
    if (!(speed >= SLOWEST && speed <= FASTEST && Math.abs(semitones) <= MOST_SEMITONES)) {
      throw new IllegalArgumentException("speed " + speed + ", pitch " + semitones);
    }
  }

  /// What the pitch is multiplied by.
  public double pitchFactor() {
    return Math.pow(2, semitones / 12);
  }
}
