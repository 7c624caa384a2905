package app.photoplay.media.sound;

/// What came of reading a recording.
public sealed interface SoundAnswer {
  /// The sound, mono at 48 kHz, samples from -1 to 1. Not to be changed.
  @SuppressWarnings("ArrayRecordComponent") // millions of numbers, compared by nobody
  record Decoded(double[] samples) implements SoundAnswer {
    public double seconds() {
      return (double) samples.length / Loudness.SAMPLES_PER_SECOND;
    }
  }

  /// Longer than was asked for; it was not decoded further.
  ///
  /// @param seconds as the file states it, or what was found before it was given up
  record TooLong(double seconds) implements SoundAnswer {}

  record Unusable(SoundProblem problem) implements SoundAnswer {}
}
