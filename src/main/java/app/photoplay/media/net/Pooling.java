package app.photoplay.media.net;

/// The largest or the mean of what a window sees of each plane; what is outside does not count.
record Pooling(int from, int to, Window window, boolean mean, Activation activation)
    implements Kernel {
  @Override
  public void run(Memory memory) {
    float[][] in = memory.planes(from);
    float[][] out = memory.planes(to);
    for (int plane = 0; plane < in.length; plane++) {
      pool(in[plane], out[plane]);
    }
    activation.on(out, window.out().area());
  }

  private void pool(float[] in, float[] out) {
    int rows = window.in().rows();
    int columns = window.in().columns();
    int at = 0;
    for (int r = 0; r < window.out().rows(); r++) {
      int top = Math.max(0, r * window.down() - window.top());
      int bottom = Math.min(rows, r * window.down() - window.top() + window.height());
      for (int c = 0; c < window.out().columns(); c++) {
        int left = Math.max(0, c * window.right() - window.left());
        int right = Math.min(columns, c * window.right() - window.left() + window.width());
        float sum = 0;
        float largest = Float.NEGATIVE_INFINITY;
        for (int row = top; row < bottom; row++) {
          for (int i = row * columns + left; i < row * columns + right; i++) {
            sum += in[i];
            largest = in[i] > largest ? in[i] : largest;
          }
        }
        out[at++] = mean ? sum / ((bottom - top) * (right - left)) : largest;
      }
    }
  }
}
