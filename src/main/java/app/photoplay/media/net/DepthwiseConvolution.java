package app.photoplay.media.net;

/// A convolution in which each plane has a filter of its own.
///
/// @param weights for each plane one for each tap
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record DepthwiseConvolution(
    int from, int to, Window window, float[][] weights, float[] bias, Activation activation)
    implements Kernel {
  /// @param flat weights in the file's order: row, column, plane
  static DepthwiseConvolution of(
      int from, int to, Window window, float[] flat, float[] bias, Activation activation) {
    float[][] weights = new float[bias.length][window.taps()];
    for (int plane = 0; plane < bias.length; plane++) {
      for (int tap = 0; tap < window.taps(); tap++) {
        weights[plane][tap] = flat[tap * bias.length + plane];
      }
    }
    return new DepthwiseConvolution(from, to, window, weights, bias, activation);
  }

  @Override
  public void run(Memory memory) {
    float[][] in = memory.planes(from);
    float[][] out = memory.planes(to);
    int area = window.out().area();
    float[][] seen = memory.scratch(window.taps(), area);
    for (int plane = 0; plane < in.length; plane++) {
      for (int tap = 0; tap < window.taps(); tap++) {
        window.see(in[plane], tap, seen[tap]);
      }
      Mixing.one(seen, window.taps(), weights[plane], bias[plane], out[plane], 0, area);
    }
    activation.on(out, area);
  }
}
