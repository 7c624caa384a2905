package app.photoplay.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.net.Elementwise.Pairing;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each operation against the definition, which is worked out here element by element in the order
/// of the file's dimensions (rows, columns, channels).
class OperationsTest {
  private static final Offset<Float> NEAR = Offset.offset(2e-4f);

  private final Random random = new Random(5);

  /// Even and odd sizes, one to nine outputs and inputs, filters that reach over all edges.
  @ParameterizedTest
  @CsvSource({
    "7, 9, 3, 5, 3, 3, 1, 1, 1, 0",
    "8, 8, 4, 4, 3, 3, 2, 2, 1, 0",
    "9, 7, 5, 9, 5, 3, 2, 1, 1, 0",
    "6, 6, 8, 8, 1, 1, 1, 1, 1, 1",
    "40, 41, 9, 6, 1, 1, 1, 1, 1, 0",
    "6, 6, 2, 3, 1, 1, 2, 2, 1, 0",
    "9, 10, 3, 1, 3, 2, 1, 2, 1, 1",
    "11, 12, 2, 2, 3, 3, 1, 1, 2, 0",
    "12, 11, 2, 2, 3, 3, 1, 1, 3, 1",
    "2, 2, 3, 4, 5, 5, 2, 2, 1, 0",
    "6, 6, 3, 5, 6, 6, 1, 1, 1, 1"
  })
  void convolves(
      int rows,
      int columns,
      int inputs,
      int outputs,
      int height,
      int width,
      int down,
      int right,
      int apart,
      int padding) {
    Shape in = Shape.of(1, rows, columns, inputs);
    Shape out =
        Shape.of(
            1,
            positions(rows, height, down, apart, padding),
            positions(columns, width, right, apart, padding),
            outputs);
    Window window = Window.of(in, out, height, width, padding, down, right, apart, apart);
    float[] weights = some(outputs * height * width * inputs);
    float[] bias = some(outputs);
    float[] given = some(in.elements());

    float[] result =
        run(Convolution.of(0, 1, window, weights, bias, Activation.NONE), in, given, out);

    int top = padding == 0 ? before(rows, height, down, apart) : 0;
    int left = padding == 0 ? before(columns, width, right, apart) : 0;
    for (int r = 0; r < out.rows(); r++) {
      for (int c = 0; c < out.columns(); c++) {
        for (int o = 0; o < outputs; o++) {
          double sum = bias[o];
          for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
              int y = r * down - top + i * apart;
              int x = c * right - left + j * apart;
              for (int e = 0; e < inputs && inside(y, rows) && inside(x, columns); e++) {
                sum +=
                    given[(y * columns + x) * inputs + e]
                        * weights[((o * height + i) * width + j) * inputs + e];
              }
            }
          }
          assertThat(result[(r * out.columns() + c) * outputs + o]).isCloseTo((float) sum, NEAR);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 9, 3, 3, 3, 1, 1, 0",
    "8, 8, 5, 3, 3, 2, 2, 0",
    "9, 7, 2, 5, 5, 1, 1, 0",
    "16, 15, 1, 5, 5, 2, 2, 0",
    "8, 9, 4, 3, 2, 1, 1, 1",
    "2, 1, 2, 5, 5, 1, 1, 0"
  })
  void convolvesEachPlaneByItself(
      int rows, int columns, int planes, int height, int width, int down, int right, int padding) {
    Shape in = Shape.of(1, rows, columns, planes);
    Shape out =
        Shape.of(
            1,
            positions(rows, height, down, 1, padding),
            positions(columns, width, right, 1, padding),
            planes);
    Window window = Window.of(in, out, height, width, padding, down, right, 1, 1);
    float[] weights = some(height * width * planes);
    float[] bias = some(planes);
    float[] given = some(in.elements());

    float[] result =
        run(DepthwiseConvolution.of(0, 1, window, weights, bias, Activation.RELU), in, given, out);

    int top = padding == 0 ? before(rows, height, down, 1) : 0;
    int left = padding == 0 ? before(columns, width, right, 1) : 0;
    for (int r = 0; r < out.rows(); r++) {
      for (int c = 0; c < out.columns(); c++) {
        for (int e = 0; e < planes; e++) {
          double sum = bias[e];
          for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
              int y = r * down - top + i;
              int x = c * right - left + j;
              if (inside(y, rows) && inside(x, columns)) {
                sum +=
                    given[(y * columns + x) * planes + e] * weights[(i * width + j) * planes + e];
              }
            }
          }
          assertThat(result[(r * out.columns() + c) * planes + e])
              .isCloseTo((float) Math.max(0, sum), NEAR);
        }
      }
    }
  }

  @Test
  void convolvesTheOtherWayRound() {
    Shape in = Shape.of(1, 3, 4, 5);
    Shape out = Shape.of(1, 6, 8, 2);
    float[] weights = some(2 * 2 * 2 * 5);
    float[] bias = some(2);
    float[] given = some(in.elements());

    float[] result =
        run(new TransposedConvolution(0, 1, in, out, 2, weights, bias), in, given, out);

    for (int r = 0; r < 6; r++) {
      for (int c = 0; c < 8; c++) {
        for (int o = 0; o < 2; o++) {
          double sum = bias[o];
          for (int e = 0; e < 5; e++) {
            sum +=
                given[(r / 2 * 4 + c / 2) * 5 + e] * weights[((o * 2 + r % 2) * 2 + c % 2) * 5 + e];
          }
          assertThat(result[(r * 8 + c) * 2 + o]).isCloseTo((float) sum, NEAR);
        }
      }
    }
  }

  /// With a filter that reaches over the lower and the right edge.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pools(boolean mean) {
    Shape in = Shape.of(1, 5, 7, 3);
    Shape out = Shape.of(1, 3, 4, 3);
    Window window = Window.of(in, out, 2, 2, 0, 2, 2, 1, 1);
    float[] given = some(in.elements());

    float[] result = run(new Pooling(0, 1, window, mean, Activation.NONE), in, given, out);

    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 4; c++) {
        for (int e = 0; e < 3; e++) {
          double sum = 0;
          double largest = -9;
          int count = 0;
          for (int y = 2 * r; y < Math.min(5, 2 * r + 2); y++) {
            for (int x = 2 * c; x < Math.min(7, 2 * c + 2); x++) {
              float value = given[(y * 7 + x) * 3 + e];
              sum += value;
              largest = Math.max(largest, value);
              count++;
            }
          }
          assertThat(result[(r * 4 + c) * 3 + e])
              .isCloseTo((float) (mean ? sum / count : largest), NEAR);
        }
      }
    }
  }

  /// Between the centres of elements, or with the corners in their places; the definition weighs
  /// each element by how near it is.
  @ParameterizedTest
  @CsvSource({"false, true", "true, false", "false, false"})
  void resizes(boolean corners, boolean centres) {
    Shape in = Shape.of(1, 3, 4, 2);
    Shape out = Shape.of(1, 6, 9, 2);
    float[] given = some(in.elements());

    float[] result = run(new Resize(0, 1, in, out, corners, centres), in, given, out);

    for (int r = 0; r < 6; r++) {
      for (int c = 0; c < 9; c++) {
        double y = corners ? r * 2 / 5.0 : centres ? (r + 0.5) * 3 / 6 - 0.5 : r * 3 / 6.0;
        double x = corners ? c * 3 / 8.0 : centres ? (c + 0.5) * 4 / 9 - 0.5 : c * 4 / 9.0;
        for (int e = 0; e < 2; e++) {
          double sum = 0;
          for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
              double near =
                  Math.max(0, 1 - Math.abs(Math.clamp(y, 0, 2) - i))
                      * Math.max(0, 1 - Math.abs(Math.clamp(x, 0, 3) - j));
              sum += near * given[(i * 4 + j) * 2 + e];
            }
          }
          assertThat(result[(r * 9 + c) * 2 + e]).isCloseTo((float) sum, NEAR);
        }
      }
    }
  }

  @Test
  void bendsWhatIsNegative() {
    Shape shape = Shape.of(1, 3, 5, 4);
    float[] given = some(shape.elements());
    float[] slopes = {0, 0.25f, -0.5f, 1};

    float[] result = run(new Elementwise.Bend(0, 1, shape, slopes), shape, given, shape);

    for (int i = 0; i < given.length; i++) {
      float expected = given[i] > 0 ? given[i] : slopes[i % 4] * given[i];
      assertThat(result[i]).isCloseTo(expected, NEAR);
    }
  }

  @Test
  void swishesAndSquashes() {
    assertThat(Elementwise.hardSwish(-4)).isZero();
    assertThat(Elementwise.hardSwish(1.5f)).isCloseTo(1.125f, NEAR);
    assertThat(Elementwise.hardSwish(5)).isEqualTo(5);
    assertThat(Elementwise.logistic(0)).isEqualTo(0.5f);
    assertThat(Elementwise.logistic(-200)).isZero();
    assertThat(Elementwise.logistic(2)).isCloseTo(0.880797f, NEAR);
  }

  @Test
  void addsAndMultipliesConstantsByPlane() {
    Shape shape = Shape.of(1, 2, 3, 2);
    float[] given = some(shape.elements());
    float[][] byPlane = {{2}, {-3}};

    float[] sum =
        run(
            new Elementwise.PairedWithConstant(0, byPlane, 1, shape, Pairing.SUM, Activation.RELU6),
            shape,
            given,
            shape);
    float[] product =
        run(
            new Elementwise.PairedWithConstant(
                0, byPlane, 1, shape, Pairing.PRODUCT, Activation.NONE),
            shape,
            given,
            shape);

    for (int i = 0; i < given.length; i++) {
      float constant = i % 2 == 0 ? 2 : -3;
      assertThat(sum[i]).isCloseTo(Math.clamp(given[i] + constant, 0f, 6f), NEAR);
      assertThat(product[i]).isCloseTo(given[i] * constant, NEAR);
    }
  }

  @Test
  void padsRowsColumnsAndPlanes() {
    Shape in = Shape.of(1, 2, 3, 2);
    Shape out = Shape.of(1, 4, 6, 5);
    float[] given = some(in.elements());

    float[] result = run(new Rearranging.Pad(0, 1, in, out, 1, 2, 3), in, given, out);

    for (int r = 0; r < 4; r++) {
      for (int c = 0; c < 6; c++) {
        for (int e = 0; e < 5; e++) {
          boolean there = inside(r - 1, 2) && inside(c - 2, 3) && inside(e - 3, 2);
          assertThat(result[(r * 6 + c) * 5 + e])
              .isEqualTo(there ? given[((r - 1) * 3 + c - 2) * 2 + e - 3] : 0);
        }
      }
    }
  }

  @Test
  void keepsTheOrderInAnotherShape() {
    Shape in = Shape.of(1, 2, 3, 4);
    float[] given = some(in.elements());

    Shape flat = Shape.of(1, 6, 4);
    assertThat(run(new Rearranging.Reshape(0, 1, in, flat), in, given, flat)).isEqualTo(given);
    Shape other = Shape.of(1, 4, 1, 6);
    assertThat(run(new Rearranging.Reshape(0, 1, in, other), in, given, other)).isEqualTo(given);
  }

  @Test
  void slicesEverySecondPair() {
    Shape in = Shape.of(1, 5, 3);
    Shape out = Shape.of(1, 2, 2);
    float[] given = some(in.elements());

    float[] result =
        run(
            new Rearranging.Slice(0, 1, in, out, new int[] {0, 1, 0}, new int[] {1, 2, 1}),
            in,
            given,
            out);

    assertThat(result).containsExactly(given[3], given[4], given[9], given[10]);
  }

  @Test
  void joinsAlongAnyDimension() {
    Shape one = Shape.of(1, 2, 3);
    Shape other = Shape.of(1, 2, 1);
    Shape out = Shape.of(1, 2, 4);
    Memory memory = memory(one, other, out);
    float[] a = some(6);
    float[] b = some(2);
    Rearranging.put(a, memory.planes(0), one);
    Rearranging.put(b, memory.planes(1), other);

    new Rearranging.Concatenate(new int[] {0, 1}, 2, new Shape[] {one, other}, out, 2).run(memory);

    assertThat(Rearranging.inOrder(memory.planes(2), out))
        .containsExactly(a[0], a[1], a[2], b[0], a[3], a[4], a[5], b[1]);
  }

  private static int positions(int length, int filter, int step, int apart, int padding) {
    int inside = padding == 0 ? length : length - (filter - 1) * apart;
    return (inside + step - 1) / step;
  }

  /// Elements of a filter's first position before the edge, of the padding that TensorFlow calls
  /// SAME.
  private static int before(int length, int filter, int step, int apart) {
    int positions = (length + step - 1) / step;
    return Math.max(0, (positions - 1) * step + (filter - 1) * apart + 1 - length) / 2;
  }

  private static boolean inside(int at, int length) {
    return at >= 0 && at < length;
  }

  private float[] some(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  /// Memory of tensors of these shapes.
  static Memory memory(Shape... shapes) {
    float[][][] tensors = new float[shapes.length][][];
    for (int i = 0; i < shapes.length; i++) {
      tensors[i] = new float[shapes[i].planes()][shapes[i].area()];
    }
    return new Memory(tensors);
  }

  /// Runs a kernel from tensor 0 to tensor 1, on memory that others used before.
  private static float[] run(Kernel kernel, Shape in, float[] given, Shape out) {
    Memory memory = memory(in, out);
    Rearranging.put(given, memory.planes(0), in);
    for (float[] plane : memory.planes(1)) {
      java.util.Arrays.fill(plane, Float.NaN);
    }
    kernel.run(memory);
    return Rearranging.inOrder(memory.planes(1), out).clone();
  }
}
