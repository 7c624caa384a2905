package app.photoplay.media.net;

import app.photoplay.media.net.Elementwise.Pairing;
import app.photoplay.media.net.Graph.Operation;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Makes the kernels of a graph's operations. All that could go wrong while one runs is refused
/// here.
final class Kernels {
  private final Operands operands;

  /// Makes kernels.
  Kernels(Operands operands) {
    this.operands = operands;
  }

  Kernel of(Operation operation) {
    return switch (operation.code()) {
      case 0 -> paired(operation, Pairing.SUM);
      case 1 -> pooling(operation, true);
      case 2 -> concatenation(operation);
      case 3 -> convolution(operation);
      case 4 -> depthwise(operation);
      case 14 -> changed(operation, Elementwise::logistic);
      case 17 -> pooling(operation, false);
      case 18 -> paired(operation, Pairing.PRODUCT);
      case 19 -> bend(operation, new float[operands.shape(operation, 0).planes()]);
      case 22 -> reshape(operation);
      case 23 -> resize(operation);
      case 34 -> pad(operation);
      case 45 -> slice(operation);
      case 54 -> {
        Operands.fit(
            operation.inputs().length > 1 && operands.isConstant(operation.inputs()[1]), operation);
        yield bend(operation, operands.floats(operation.inputs()[1]));
      }
      case 117 -> changed(operation, Elementwise::hardSwish);
      case Operation.CUSTOM -> custom(operation);
      default -> throw unknown(operation);
    };
  }

  private Kernel custom(Operation operation) {
    return switch (operation.name()) {
      case "Landmarks2TransformMatrix" -> {
        Shape points = operands.shape(operation, 0);
        Operands.fit(
            points.rank() == 3 && points.last() == 3 && isMatrix(operands.output(operation)),
            operation);
        yield Landmarks.SquareAround.of(
            operands.input(operation, 0),
            operation.outputs()[0],
            points.elements() / 3,
            FlexMap.of(operation.more()));
      }
      case "TransformTensorBilinear" -> {
        Operands.fit(
            isPicture(operands.shape(operation, 0)) && isPicture(operands.output(operation)),
            operation);
        Operands.fit(isMatrix(operands.shape(operation, 1)), operation);
        Operands.fit(
            operands.shape(operation, 0).planes() == operands.output(operation).planes(),
            operation);
        yield new Landmarks.Look(
            operands.input(operation, 0),
            operands.input(operation, 1),
            operation.outputs()[0],
            operands.shape(operation, 0),
            operands.output(operation));
      }
      case "TransformLandmarks" -> {
        Shape points = operands.shape(operation, 0);
        boolean flat = points.rank() == 3 && (points.last() == 2 || points.last() == 3);
        Operands.fit(flat && points.sameAs(operands.output(operation)), operation);
        Operands.fit(isMatrix(operands.shape(operation, 1)), operation);
        yield new Landmarks.Place(
            operands.input(operation, 0),
            operands.input(operation, 1),
            operation.outputs()[0],
            points.elements(),
            points.last());
      }
      case "Convolution2DTransposeBias" -> transposed(operation);
      default -> throw unknown(operation);
    };
  }

  private Kernel convolution(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    int[] filter = operands.shape(operation, 1).dimensions();
    Operands.fit(filter.length == 4 && isPicture(in) && isPicture(out), operation);
    Operands.fit(filter[0] == out.planes() && filter[3] == in.planes(), operation);
    Window window =
        Window.of(
            in,
            out,
            filter[1],
            filter[2],
            operation.choice(0),
            operation.option(2, 1),
            operation.option(1, 1),
            operation.option(5, 1),
            operation.option(4, 1));
    return Convolution.of(
        operands.input(operation, 0),
        operation.outputs()[0],
        window,
        operands.floats(operation.inputs()[1]),
        bias(operation, out.planes()),
        Activation.of(operation.choice(3)));
  }

  private Kernel depthwise(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    int[] filter = operands.shape(operation, 1).dimensions();
    Operands.fit(filter.length == 4 && isPicture(in) && isPicture(out), operation);
    Operands.fit(
        filter[0] == 1 && filter[3] == in.planes() && in.planes() == out.planes(), operation);
    Window window =
        Window.of(
            in,
            out,
            filter[1],
            filter[2],
            operation.choice(0),
            operation.option(2, 1),
            operation.option(1, 1),
            operation.option(6, 1),
            operation.option(5, 1));
    return DepthwiseConvolution.of(
        operands.input(operation, 0),
        operation.outputs()[0],
        window,
        operands.floats(operation.inputs()[1]),
        bias(operation, out.planes()),
        Activation.of(operation.choice(4)));
  }

  /// Its options are three numbers: padding and both steps.
  private Kernel transposed(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    int[] filter = operands.shape(operation, 1).dimensions();
    Operands.fit(filter.length == 4 && isPicture(in) && isPicture(out), operation);
    var options = operation.more().order(ByteOrder.LITTLE_ENDIAN);
    int step = filter[1];
    Operands.fit(options.capacity() == 12 && step <= 16 && filter[2] == step, operation);
    Operands.fit(options.getInt(4) == step && options.getInt(8) == step, operation);
    Operands.fit(filter[0] == out.planes() && filter[3] == in.planes(), operation);
    Operands.fit(out.rows() == in.rows() * step && out.columns() == in.columns() * step, operation);
    return new TransposedConvolution(
        operands.input(operation, 0),
        operation.outputs()[0],
        in,
        out,
        step,
        operands.floats(operation.inputs()[1]),
        bias(operation, out.planes()));
  }

  private float[] bias(Operation operation, int planes) {
    if (operation.inputs().length < 3 || operation.inputs()[2] < 0) {
      return new float[planes];
    }
    float[] bias = operands.floats(operation.inputs()[2]);
    Operands.fit(bias.length == planes, operation);
    return bias;
  }

  private Kernel pooling(Operation operation, boolean mean) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    Operands.fit(isPicture(in) && isPicture(out) && in.planes() == out.planes(), operation);
    Window window =
        Window.of(
            in,
            out,
            operation.option(4, 1),
            operation.option(3, 1),
            operation.choice(0),
            operation.option(2, 1),
            operation.option(1, 1),
            1,
            1);
    return new Pooling(
        operands.input(operation, 0),
        operation.outputs()[0],
        window,
        mean,
        Activation.of(operation.choice(5)));
  }

  private Kernel paired(Operation operation, Pairing pairing) {
    Activation activation = Activation.of(operation.choice(0));
    int to = operation.outputs()[0];
    Shape shape = operands.output(operation);
    int one = operation.inputs()[0];
    int other = operation.inputs().length > 1 ? operation.inputs()[1] : -1;
    if (one >= 0
        && other >= 0
        && (operands.isConstant(one) || operands.shape(one).elements() < shape.elements())) {
      int swapped = one;
      one = other;
      other = swapped;
    }
    Operands.fit(one >= 0 && other >= 0 && !operands.isConstant(one), operation);
    Operands.fit(operands.shape(one).sameAs(shape), operation);
    Shape second = operands.shape(other);
    if (operands.isConstant(other)) {
      return new Elementwise.PairedWithConstant(
          one, constant(operation, operands.floats(other), second), to, shape, pairing, activation);
    }
    if (second.sameAs(shape)) {
      return new Elementwise.Paired(one, other, to, shape, pairing, activation);
    }
    Operands.fit(
        isPicture(second) && second.area() == 1 && second.planes() == shape.planes(), operation);
    return new Elementwise.PairedByPlane(one, other, to, shape, pairing, activation);
  }

  /// A constant in the planes of the output, or one value for each plane.
  private float[][] constant(Operation operation, float[] values, Shape shape) {
    Shape out = operands.output(operation);
    float[][] planes = new float[out.planes()][];
    if (values.length == 1) {
      Arrays.fill(planes, values);
    } else if (shape.sameAs(out)) {
      Arrays.setAll(planes, _ -> new float[out.area()]);
      Rearranging.put(values, planes, out);
    } else {
      Operands.fit(values.length == out.planes() && shape.last() == out.planes(), operation);
      Arrays.setAll(planes, i -> new float[] {values[i]});
    }
    return planes;
  }

  private Kernel bend(Operation operation, float[] slopes) {
    Shape shape = operands.output(operation);
    Operands.fit(
        shape.sameAs(operands.shape(operation, 0)) && slopes.length == shape.planes(), operation);
    return new Elementwise.Bend(
        operands.input(operation, 0), operation.outputs()[0], shape, slopes);
  }

  private Kernel changed(Operation operation, Elementwise.Change change) {
    Shape shape = operands.output(operation);
    Operands.fit(shape.sameAs(operands.shape(operation, 0)), operation);
    return new Elementwise.Changed(
        operands.input(operation, 0), operation.outputs()[0], shape, change);
  }

  private Kernel reshape(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    Operands.fit(in.elements() == out.elements(), operation);
    return new Rearranging.Reshape(operands.input(operation, 0), operation.outputs()[0], in, out);
  }

  private Kernel resize(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    Operands.fit(isPicture(in) && isPicture(out) && in.planes() == out.planes(), operation);
    return new Resize(
        operands.input(operation, 0),
        operation.outputs()[0],
        in,
        out,
        operation.choice(2) != 0,
        operation.choice(3) != 0);
  }

  private Kernel pad(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    int[] sides = operands.integers(operation, 1, 8);
    Operands.fit(isPicture(in) && isPicture(out), operation);
    for (int d = 0; d < 4; d++) {
      int before = sides[2 * d];
      int after = sides[2 * d + 1];
      Operands.fit(before >= 0 && after >= 0, operation);
      Operands.fit((long) in.dimensions()[d] + before + after == out.dimensions()[d], operation);
    }
    return new Rearranging.Pad(
        operands.input(operation, 0),
        operation.outputs()[0],
        in,
        out,
        sides[2],
        sides[4],
        sides[6]);
  }

  private Kernel concatenation(Operation operation) {
    Shape out = operands.output(operation);
    int axis = operation.option(0, 0) + (operation.option(0, 0) < 0 ? out.rank() : 0);
    Operands.fit(axis >= 0 && axis < out.rank() && operation.choice(1) == 0, operation);
    Shape[] in = new Shape[operation.inputs().length];
    int together = 0;
    for (int i = 0; i < in.length; i++) {
      in[i] = operands.shape(operation, i);
      Operands.fit(in[i].rank() == out.rank(), operation);
      for (int d = 0; d < out.rank(); d++) {
        Operands.fit(d == axis || in[i].dimensions()[d] == out.dimensions()[d], operation);
      }
      together += in[i].dimensions()[axis];
    }
    Operands.fit(together == out.dimensions()[axis], operation);
    int runs = IntStream.range(0, axis).map(d -> out.dimensions()[d]).reduce(1, (a, b) -> a * b);
    int[] from = IntStream.range(0, in.length).map(i -> operands.input(operation, i)).toArray();
    return new Rearranging.Concatenate(from, operation.outputs()[0], in, out, runs);
  }

  private Kernel slice(Operation operation) {
    Shape in = operands.shape(operation, 0);
    Shape out = operands.output(operation);
    int[] begin = operands.integers(operation, 1, in.rank());
    int[] strides = operands.integers(operation, 3, in.rank());
    for (int mask = 0; mask < 5; mask++) {
      Operands.fit(operation.option(mask, 0) == 0, operation);
    }
    Operands.fit(in.rank() == out.rank(), operation);
    for (int d = 0; d < in.rank(); d++) {
      Operands.fit(begin[d] >= 0 && strides[d] > 0, operation);
      long last = begin[d] + (long) (out.dimensions()[d] - 1) * strides[d];
      Operands.fit(last < in.dimensions()[d], operation);
    }
    return new Rearranging.Slice(
        operands.input(operation, 0), operation.outputs()[0], in, out, begin, strides);
  }

  private static boolean isPicture(Shape shape) {
    return shape.rank() == 4 && shape.dimensions()[0] == 1;
  }

  private static boolean isMatrix(Shape shape) {
    return shape.rank() == 3 && shape.elements() == Landmarks.MATRIX;
  }

  private static BadNetworkException unknown(Operation operation) {
    return new BadNetworkException(
        "the network has an operation that is not known here: " + operation.described());
  }
}
