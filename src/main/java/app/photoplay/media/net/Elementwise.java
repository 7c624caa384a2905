package app.photoplay.media.net;

/// Operations of each element for itself.
final class Elementwise {
  private Elementwise() {}

  /// What is done to one element.
  interface Change {
    float of(float value);
  }

  /// What is done to two elements.
  enum Pairing {
    SUM,
    PRODUCT;

    private void apply(float[] a, float[] b, float[] to, int area) {
      if (this == SUM) {
        for (int i = 0; i < area; i++) {
          to[i] = a[i] + b[i];
        }
      } else {
        for (int i = 0; i < area; i++) {
          to[i] = a[i] * b[i];
        }
      }
    }

    private void apply(float[] a, float b, float[] to, int area) {
      if (this == SUM) {
        for (int i = 0; i < area; i++) {
          to[i] = a[i] + b;
        }
      } else {
        for (int i = 0; i < area; i++) {
          to[i] = a[i] * b;
        }
      }
    }
  }

  /// @param slopes one for each plane
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Bend(int from, int to, Shape shape, float[] slopes) implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] in = memory.planes(from);
      float[][] out = memory.planes(to);
      for (int plane = 0; plane < in.length; plane++) {
        Activation.bend(in[plane], out[plane], shape.area(), slopes[plane]);
      }
    }

    @Override
    public boolean elementwise() {
      return true;
    }
  }

  record Changed(int from, int to, Shape shape, Change change) implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] in = memory.planes(from);
      float[][] out = memory.planes(to);
      for (int plane = 0; plane < in.length; plane++) {
        for (int i = 0; i < shape.area(); i++) {
          out[plane][i] = change.of(in[plane][i]);
        }
      }
    }

    @Override
    public boolean elementwise() {
      return true;
    }
  }

  static float hardSwish(float value) {
    return value * Math.clamp(value + 3, 0f, 6f) / 6;
  }

  static float logistic(float value) {
    return (float) (1 / (1 + Math.exp(-value)));
  }

  /// Two tensors of one shape.
  record Paired(int one, int other, int to, Shape shape, Pairing pairing, Activation activation)
      implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] a = memory.planes(one);
      float[][] b = memory.planes(other);
      float[][] out = memory.planes(to);
      for (int plane = 0; plane < out.length; plane++) {
        pairing.apply(a[plane], b[plane], out[plane], shape.area());
      }
      activation.on(out, shape.area());
    }

    @Override
    public boolean elementwise() {
      return true;
    }
  }

  /// A tensor with one value for each of its planes, computed by the network as well.
  record PairedByPlane(
      int one, int values, int to, Shape shape, Pairing pairing, Activation activation)
      implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] a = memory.planes(one);
      float[][] b = memory.planes(values);
      float[][] out = memory.planes(to);
      for (int plane = 0; plane < out.length; plane++) {
        pairing.apply(a[plane], b[plane][0], out[plane], shape.area());
      }
      activation.on(out, shape.area());
    }
  }

  /// A tensor with a constant.
  ///
  /// @param planes as many as the tensor has, each of its area or of a single value
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record PairedWithConstant(
      int one, float[][] planes, int to, Shape shape, Pairing pairing, Activation activation)
      implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] a = memory.planes(one);
      float[][] out = memory.planes(to);
      for (int plane = 0; plane < out.length; plane++) {
        if (planes[plane].length == 1) {
          pairing.apply(a[plane], planes[plane][0], out[plane], shape.area());
        } else {
          pairing.apply(a[plane], planes[plane], out[plane], shape.area());
        }
      }
      activation.on(out, shape.area());
    }

    @Override
    public boolean elementwise() {
      return true;
    }
  }
}
