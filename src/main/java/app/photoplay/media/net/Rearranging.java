package app.photoplay.media.net;

import java.util.Arrays;

/// Operations that put elements elsewhere.
final class Rearranging {
  private Rearranging() {}

  /// All elements of a tensor in the order of its dimensions.
  static float[] inOrder(float[][] planes, Shape shape) {
    if (planes.length == 1) {
      return planes[0];
    }
    float[] all = new float[shape.elements()];
    for (int plane = 0; plane < planes.length; plane++) {
      for (int i = 0; i < shape.area(); i++) {
        all[i * planes.length + plane] = planes[plane][i];
      }
    }
    return all;
  }

  /// The reverse of [#inOrder].
  static void put(float[] all, float[][] planes, Shape shape) {
    for (int plane = 0; plane < planes.length; plane++) {
      for (int i = 0; i < shape.area(); i++) {
        planes[plane][i] = all[i * planes.length + plane];
      }
    }
  }

  /// The same elements in the same order in another shape.
  record Reshape(int from, int to, Shape in, Shape out) implements Kernel {
    @Override
    public void run(Memory memory) {
      put(inOrder(memory.planes(from), in), memory.planes(to), out);
    }
  }

  /// Zeros around a picture, or before and after its planes.
  record Pad(int from, int to, Shape in, Shape out, int rows, int columns, int planes)
      implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] source = memory.planes(from);
      float[][] target = memory.planes(to);
      for (int plane = 0; plane < target.length; plane++) {
        Arrays.fill(target[plane], 0, out.area(), 0);
      }
      for (int plane = 0; plane < source.length; plane++) {
        for (int row = 0; row < in.rows(); row++) {
          System.arraycopy(
              source[plane],
              row * in.columns(),
              target[planes + plane],
              (row + rows) * out.columns() + columns,
              in.columns());
        }
      }
    }
  }

  /// Tensors one after another along a dimension.
  ///
  /// @param runs how many pieces of each alternate
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Concatenate(int[] from, int to, Shape[] in, Shape out, int runs) implements Kernel {
    @Override
    public void run(Memory memory) {
      float[] all = new float[out.elements()];
      int before = 0;
      for (int k = 0; k < from.length; k++) {
        float[] some = inOrder(memory.planes(from[k]), in[k]);
        int length = in[k].elements() / runs;
        for (int run = 0; run < runs; run++) {
          int at = run * (out.elements() / runs) + before;
          System.arraycopy(some, run * length, all, at, length);
        }
        before += length;
      }
      put(all, memory.planes(to), out);
    }
  }

  /// Every so-manieth element of each dimension, from one on.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Slice(int from, int to, Shape in, Shape out, int[] begin, int[] strides)
      implements Kernel {
    @Override
    public void run(Memory memory) {
      float[] all = inOrder(memory.planes(from), in);
      float[] some = new float[out.elements()];
      for (int i = 0; i < some.length; i++) {
        int rest = i;
        int at = 0;
        int step = 1;
        for (int d = in.rank() - 1; d >= 0; d--) {
          int index = rest % out.dimensions()[d];
          rest /= out.dimensions()[d];
          at += (begin[d] + index * strides[d]) * step;
          step *= in.dimensions()[d];
        }
        some[i] = all[at];
      }
      put(some, memory.planes(to), out);
    }
  }
}
