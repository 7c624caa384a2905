package app.photoplay.media.net;

/// A convolution the other way round, as MediaPipe's own operation does it with filters that are as
/// large as their step and so never overlap: each input element becomes a small block.
///
/// @param step rows and columns of a block
/// @param weights for each output, for each element of the block, one for each input
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TransposedConvolution(
    int from, int to, Shape in, Shape out, int step, float[] weights, float[] bias)
    implements Kernel {
  @Override
  public void run(Memory memory) {
    float[][] inputs = memory.planes(from);
    float[][] outputs = memory.planes(to);
    float[] block = memory.scratch(1, in.area())[0];
    float[] some = new float[in.planes()];
    for (int o = 0; o < out.planes(); o++) {
      for (int at = 0; at < step * step; at++) {
        System.arraycopy(weights, (o * step * step + at) * some.length, some, 0, some.length);
        Mixing.one(inputs, some.length, some, bias[o], block, 0, in.area());
        for (int row = 0; row < in.rows(); row++) {
          int into = (row * step + at / step) * out.columns() + at % step;
          for (int column = 0; column < in.columns(); column++) {
            outputs[o][into + column * step] = block[row * in.columns() + column];
          }
        }
      }
    }
  }
}
