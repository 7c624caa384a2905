package app.photoplay.media.net;

/// A convolution: each output plane from all input planes. What the taps of a filter see is first
/// put beside each other, so that any filter is a mixture of planes.
///
/// @param weights for each output one for each tap of each input plane, input by input
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Convolution(
    int from, int to, Window window, float[][] weights, float[] bias, Activation activation)
    implements Kernel {
  /// @param flat weights in the file's order: output, row, column, input
  static Convolution of(
      int from, int to, Window window, float[] flat, float[] bias, Activation activation) {
    int inputs = window.in().planes();
    int taps = window.taps();
    float[][] weights = new float[bias.length][inputs * taps];
    for (int o = 0; o < bias.length; o++) {
      for (int tap = 0; tap < taps; tap++) {
        for (int i = 0; i < inputs; i++) {
          weights[o][i * taps + tap] = flat[(o * taps + tap) * inputs + i];
        }
      }
    }
    return new Convolution(from, to, window, weights, bias, activation);
  }

  @Override
  public void run(Memory memory) {
    float[][] in = memory.planes(from);
    float[][] out = memory.planes(to);
    int area = window.out().area();
    int taps = window.taps();
    float[][] seen = in;
    if (!window.isPoint()) {
      seen = memory.scratch(in.length * taps, area);
      for (int i = 0; i < in.length; i++) {
        for (int tap = 0; tap < taps; tap++) {
          window.see(in[i], tap, seen[i * taps + tap]);
        }
      }
    }
    Mixing.mix(seen, in.length * taps, weights, bias, out, area);
    activation.on(out, area);
  }
}
