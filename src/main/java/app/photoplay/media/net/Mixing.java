package app.photoplay.media.net;

import java.util.Arrays;

/// Sums of weighted planes, which is what nearly all time goes into. The loops read and write all
/// arrays at one and the same index, which is what the compiler turns into vector instructions; and
/// several outputs at a time from several inputs, so that what was read is used more than once.
final class Mixing {
  /// Elements that are mixed at a time: a few rows of them stay in the fastest cache.
  private static final int CHUNK = 1536;

  private Mixing() {}

  /// `out[o] = bias[o] + sum of weights[o][i] * in[i]`, for planes of so many elements.
  static void mix(
      float[][] in, int inputs, float[][] weights, float[] bias, float[][] out, int area) {
    for (int from = 0; from < area; from += CHUNK) {
      int end = Math.min(area, from + CHUNK);
      int o = 0;
      for (; o + 3 < bias.length; o += 4) {
        for (int k = 0; k < 4; k++) {
          Arrays.fill(out[o + k], from, end, bias[o + k]);
        }
        four(in, inputs, weights, out, o, from, end);
      }
      for (; o < bias.length; o++) {
        one(in, inputs, weights[o], bias[o], out[o], from, end);
      }
    }
  }

  /// One output from so many inputs, in the elements `from` to `end`.
  static void one(
      float[][] in, int inputs, float[] weights, float bias, float[] out, int from, int end) {
    Arrays.fill(out, from, end, bias);
    int i = 0;
    for (; i + 3 < inputs; i += 4) {
      add(
          out,
          in[i],
          in[i + 1],
          in[i + 2],
          in[i + 3],
          weights[i],
          weights[i + 1],
          weights[i + 2],
          weights[i + 3],
          from,
          end);
    }
    for (; i < inputs; i++) {
      add(out, in[i], weights[i], from, end);
    }
  }

  private static void four(
      float[][] in, int inputs, float[][] weights, float[][] out, int o, int from, int end) {
    float[] w0 = weights[o];
    float[] w1 = weights[o + 1];
    float[] w2 = weights[o + 2];
    float[] w3 = weights[o + 3];
    float[] y0 = out[o];
    float[] y1 = out[o + 1];
    float[] y2 = out[o + 2];
    float[] y3 = out[o + 3];
    int i = 0;
    for (; i + 3 < inputs; i += 4) {
      float[] x0 = in[i];
      float[] x1 = in[i + 1];
      float[] x2 = in[i + 2];
      float[] x3 = in[i + 3];
      addFour(y0, y1, y2, y3, x0, x1, x2, x3, w0, w1, w2, w3, i, from, end);
    }
    for (; i < inputs; i++) {
      add(y0, in[i], w0[i], from, end);
      add(y1, in[i], w1[i], from, end);
      add(y2, in[i], w2[i], from, end);
      add(y3, in[i], w3[i], from, end);
    }
  }

  private static void addFour(
      float[] y0,
      float[] y1,
      float[] y2,
      float[] y3,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float[] w0,
      float[] w1,
      float[] w2,
      float[] w3,
      int i,
      int from,
      int end) {
    float a0 = w0[i];
    float a1 = w0[i + 1];
    float a2 = w0[i + 2];
    float a3 = w0[i + 3];
    float b0 = w1[i];
    float b1 = w1[i + 1];
    float b2 = w1[i + 2];
    float b3 = w1[i + 3];
    float c0 = w2[i];
    float c1 = w2[i + 1];
    float c2 = w2[i + 2];
    float c3 = w2[i + 3];
    float d0 = w3[i];
    float d1 = w3[i + 1];
    float d2 = w3[i + 2];
    float d3 = w3[i + 3];
    for (int p = from; p < end; p++) {
      float v0 = x0[p];
      float v1 = x1[p];
      float v2 = x2[p];
      float v3 = x3[p];
      y0[p] += a0 * v0 + a1 * v1 + a2 * v2 + a3 * v3;
      y1[p] += b0 * v0 + b1 * v1 + b2 * v2 + b3 * v3;
      y2[p] += c0 * v0 + c1 * v1 + c2 * v2 + c3 * v3;
      y3[p] += d0 * v0 + d1 * v1 + d2 * v2 + d3 * v3;
    }
  }

  private static void add(
      float[] y,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float w0,
      float w1,
      float w2,
      float w3,
      int from,
      int end) {
    for (int p = from; p < end; p++) {
      y[p] += w0 * x0[p] + w1 * x1[p] + w2 * x2[p] + w3 * x3[p];
    }
  }

  private static void add(float[] y, float[] x, float weight, int from, int end) {
    for (int p = from; p < end; p++) {
      y[p] += weight * x[p];
    }
  }
}
