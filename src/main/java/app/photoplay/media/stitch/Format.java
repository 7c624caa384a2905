package app.photoplay.media.stitch;

import app.photoplay.media.Quality;
import app.photoplay.media.Size;
import app.photoplay.media.sound.Loudness;

/// What all clips of a film are brought to.
///
/// @param size even numbers of pixels
/// @param framesPerSecond so that a picture lasts a whole number of sound samples at 48 kHz: 24,
///   25, 30, 50, 60
/// @param bitsPerSecond the most that the picture may take; simple pictures take less
public record Format(Size size, int framesPerSecond, int bitsPerSecond) {
  public Format {
    if (size.width() % 2 + size.height() % 2 > 0) {
      throw new IllegalArgumentException("odd size " + size);
    }
    if (framesPerSecond < 1 || Loudness.SAMPLES_PER_SECOND % framesPerSecond > 0) {
      throw new IllegalArgumentException(framesPerSecond + " frames a second");
    }
    if (bitsPerSecond < 1) {
      throw new IllegalArgumentException(bitsPerSecond + " bits a second");
    }
  }

  /// The rate and bits of a quality at a size.
  public static Format of(Size size, Quality quality) {
    return new Format(size, quality.framesPerSecond(), quality.bitsPerSecond());
  }

  /// The number of pictures nearest to so many seconds, at least one.
  public int frames(double seconds) {
    return Math.toIntExact(Math.max(1, Math.round(seconds * framesPerSecond)));
  }

  double seconds(int frames) {
    return (double) frames / framesPerSecond;
  }

  /// Sound samples while one picture is shown.
  int samplesPerFrame() {
    return Loudness.SAMPLES_PER_SECOND / framesPerSecond;
  }
}
