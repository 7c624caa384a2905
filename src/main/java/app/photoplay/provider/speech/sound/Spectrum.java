package app.photoplay.provider.speech.sound;

/// A fast Fourier transform of one size, radix 2 in place (Cooley and Tukey). Not thread-safe.
public final class Spectrum {
  private final int size;
  private final double[] cosines;
  private final double[] sines;

  /// @param size a power of two
  public Spectrum(int size) {
    this.size = size;
    this.cosines = new double[size / 2];
    this.sines = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = Math.sin(2 * Math.PI * i / size);
    }
  }

  /// Transforms in place; the inverse leaves the factor of the size in.
  public void transform(double[] real, double[] imaginary, boolean inverse) {
    for (int i = 1, j = 0; i < size; i++) {
      int bit = size >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
    for (int length = 2; length <= size; length <<= 1) {
      int step = size / length;
      for (int from = 0; from < size; from += length) {
        for (int k = 0; k < length / 2; k++) {
          double cosine = cosines[k * step];
          double sine = inverse ? sines[k * step] : -sines[k * step];
          int a = from + k;
          int b = a + length / 2;
          double re = real[b] * cosine - imaginary[b] * sine;
          double im = real[b] * sine + imaginary[b] * cosine;
          real[b] = real[a] - re;
          imaginary[b] = imaginary[a] - im;
          real[a] += re;
          imaginary[a] += im;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
