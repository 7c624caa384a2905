package app.photoplay.media.net;

import app.photoplay.media.net.Elementwise.Pairing;
import app.photoplay.media.net.Graph.Operation;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes the kernels of a graph's operations. All that could go wrong while one runs is refused
/// here.
final class Kernels {
  private final Graph graph;

  /// For each tensor made by an operation that only unpacks a constant, the constant's tensor.
  private final Map<Integer, Integer> unpacked = new HashMap<>();

  Kernels(Graph graph) {
    this.graph = graph;
  }

  /// Takes note of an operation that unpacks constants, which needs no kernel.
  boolean isUnpacking(Operation operation) {
    int from = operation.inputs()[0];
    boolean unpacking = operation.code() == 6 && from >= 0 && isConstant(from);
    if (unpacking) {
      fit(shape(operation.outputs()[0]).sameAs(shape(from)), operation);
      unpacked.put(operation.outputs()[0], unpacked.getOrDefault(from, from));
    }
    return unpacking;
  }

  boolean isConstant(int tensor) {
    return unpacked.containsKey(tensor) || graph.tensors().get(tensor).content().isPresent();
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
      case 19 -> bend(operation, new float[shape(operation, 0).planes()]);
      case 22 -> reshape(operation);
      case 23 -> resize(operation);
      case 34 -> pad(operation);
      case 45 -> slice(operation);
      case 54 -> {
        fit(operation.inputs().length > 1 && isConstant(operation.inputs()[1]), operation);
        yield bend(operation, floats(operation.inputs()[1]));
      }
      case 117 -> changed(operation, Elementwise::hardSwish);
      case Operation.CUSTOM -> custom(operation);
      default -> throw unknown(operation);
    };
  }

  private Kernel custom(Operation operation) {
    return switch (operation.name()) {
      case "Landmarks2TransformMatrix" -> {
        Shape points = shape(operation, 0);
        fit(points.rank() == 3 && points.last() == 3 && isMatrix(output(operation)), operation);
        yield Landmarks.SquareAround.of(
            input(operation, 0),
            operation.outputs()[0],
            points.elements() / 3,
            FlexMap.of(operation.more()));
      }
      case "TransformTensorBilinear" -> {
        fit(isPicture(shape(operation, 0)) && isPicture(output(operation)), operation);
        fit(isMatrix(shape(operation, 1)), operation);
        fit(shape(operation, 0).planes() == output(operation).planes(), operation);
        yield new Landmarks.Look(
            input(operation, 0),
            input(operation, 1),
            operation.outputs()[0],
            shape(operation, 0),
            output(operation));
      }
      case "TransformLandmarks" -> {
        Shape points = shape(operation, 0);
        boolean flat = points.rank() == 3 && (points.last() == 2 || points.last() == 3);
        fit(flat && points.sameAs(output(operation)), operation);
        fit(isMatrix(shape(operation, 1)), operation);
        yield new Landmarks.Place(
            input(operation, 0),
            input(operation, 1),
            operation.outputs()[0],
            points.elements(),
            points.last());
      }
      case "Convolution2DTransposeBias" -> transposed(operation);
      default -> throw unknown(operation);
    };
  }

  private Kernel convolution(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    int[] filter = shape(operation, 1).dimensions();
    fit(filter.length == 4 && isPicture(in) && isPicture(out), operation);
    fit(filter[0] == out.planes() && filter[3] == in.planes(), operation);
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
        input(operation, 0),
        operation.outputs()[0],
        window,
        floats(operation.inputs()[1]),
        bias(operation, out.planes()),
        Activation.of(operation.choice(3)));
  }

  private Kernel depthwise(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    int[] filter = shape(operation, 1).dimensions();
    fit(filter.length == 4 && isPicture(in) && isPicture(out), operation);
    fit(filter[0] == 1 && filter[3] == in.planes() && in.planes() == out.planes(), operation);
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
        input(operation, 0),
        operation.outputs()[0],
        window,
        floats(operation.inputs()[1]),
        bias(operation, out.planes()),
        Activation.of(operation.choice(4)));
  }

  /// Its options are three numbers: padding and both steps.
  private Kernel transposed(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    int[] filter = shape(operation, 1).dimensions();
    fit(filter.length == 4 && isPicture(in) && isPicture(out), operation);
    var options = operation.more().order(ByteOrder.LITTLE_ENDIAN);
    int step = filter[1];
    fit(options.capacity() == 12 && step <= 16 && filter[2] == step, operation);
    fit(options.getInt(4) == step && options.getInt(8) == step, operation);
    fit(filter[0] == out.planes() && filter[3] == in.planes(), operation);
    fit(out.rows() == in.rows() * step && out.columns() == in.columns() * step, operation);
    return new TransposedConvolution(
        input(operation, 0),
        operation.outputs()[0],
        in,
        out,
        step,
        floats(operation.inputs()[1]),
        bias(operation, out.planes()));
  }

  private float[] bias(Operation operation, int planes) {
    if (operation.inputs().length < 3 || operation.inputs()[2] < 0) {
      return new float[planes];
    }
    float[] bias = floats(operation.inputs()[2]);
    fit(bias.length == planes, operation);
    return bias;
  }

  private Kernel pooling(Operation operation, boolean mean) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    fit(isPicture(in) && isPicture(out) && in.planes() == out.planes(), operation);
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
        input(operation, 0),
        operation.outputs()[0],
        window,
        mean,
        Activation.of(operation.choice(5)));
  }

  private Kernel paired(Operation operation, Pairing pairing) {
    Activation activation = Activation.of(operation.choice(0));
    int to = operation.outputs()[0];
    Shape shape = output(operation);
    int one = operation.inputs()[0];
    int other = operation.inputs().length > 1 ? operation.inputs()[1] : -1;
    if (one >= 0 && other >= 0 && (isConstant(one) || shape(one).elements() < shape.elements())) {
      int swapped = one;
      one = other;
      other = swapped;
    }
    fit(one >= 0 && other >= 0 && !isConstant(one), operation);
    fit(shape(one).sameAs(shape), operation);
    Shape second = shape(other);
    if (isConstant(other)) {
      return new Elementwise.PairedWithConstant(
          one, constant(operation, floats(other), second), to, shape, pairing, activation);
    }
    if (second.sameAs(shape)) {
      return new Elementwise.Paired(one, other, to, shape, pairing, activation);
    }
    fit(isPicture(second) && second.area() == 1 && second.planes() == shape.planes(), operation);
    return new Elementwise.PairedByPlane(one, other, to, shape, pairing, activation);
  }

  /// A constant in the planes of the output, or one value for each plane.
  private float[][] constant(Operation operation, float[] values, Shape shape) {
    Shape out = output(operation);
    float[][] planes = new float[out.planes()][];
    if (values.length == 1) {
      Arrays.fill(planes, values);
    } else if (shape.sameAs(out)) {
      Arrays.setAll(planes, _ -> new float[out.area()]);
      Rearranging.put(values, planes, out);
    } else {
      fit(values.length == out.planes() && shape.last() == out.planes(), operation);
      Arrays.setAll(planes, i -> new float[] {values[i]});
    }
    return planes;
  }

  private Kernel bend(Operation operation, float[] slopes) {
    Shape shape = output(operation);
    fit(shape.sameAs(shape(operation, 0)) && slopes.length == shape.planes(), operation);
    return new Elementwise.Bend(input(operation, 0), operation.outputs()[0], shape, slopes);
  }

  private Kernel changed(Operation operation, Elementwise.Change change) {
    Shape shape = output(operation);
    fit(shape.sameAs(shape(operation, 0)), operation);
    return new Elementwise.Changed(input(operation, 0), operation.outputs()[0], shape, change);
  }

  private Kernel reshape(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    fit(in.elements() == out.elements(), operation);
    return new Rearranging.Reshape(input(operation, 0), operation.outputs()[0], in, out);
  }

  private Kernel resize(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    fit(isPicture(in) && isPicture(out) && in.planes() == out.planes(), operation);
    return new Resize(
        input(operation, 0),
        operation.outputs()[0],
        in,
        out,
        operation.choice(2) != 0,
        operation.choice(3) != 0);
  }

  private Kernel pad(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    int[] sides = integers(operation, 1, 8);
    fit(isPicture(in) && isPicture(out), operation);
    for (int d = 0; d < 4; d++) {
      int before = sides[2 * d];
      int after = sides[2 * d + 1];
      fit(before >= 0 && after >= 0, operation);
      fit((long) in.dimensions()[d] + before + after == out.dimensions()[d], operation);
    }
    return new Rearranging.Pad(
        input(operation, 0), operation.outputs()[0], in, out, sides[2], sides[4], sides[6]);
  }

  private Kernel concatenation(Operation operation) {
    Shape out = output(operation);
    int axis = operation.option(0, 0) + (operation.option(0, 0) < 0 ? out.rank() : 0);
    fit(axis >= 0 && axis < out.rank() && operation.choice(1) == 0, operation);
    Shape[] in = new Shape[operation.inputs().length];
    int together = 0;
    for (int i = 0; i < in.length; i++) {
      in[i] = shape(operation, i);
      fit(in[i].rank() == out.rank(), operation);
      for (int d = 0; d < out.rank(); d++) {
        fit(d == axis || in[i].dimensions()[d] == out.dimensions()[d], operation);
      }
      together += in[i].dimensions()[axis];
    }
    fit(together == out.dimensions()[axis], operation);
    int runs = IntStream.range(0, axis).map(d -> out.dimensions()[d]).reduce(1, (a, b) -> a * b);
    int[] from = IntStream.range(0, in.length).map(i -> input(operation, i)).toArray();
    return new Rearranging.Concatenate(from, operation.outputs()[0], in, out, runs);
  }

  private Kernel slice(Operation operation) {
    Shape in = shape(operation, 0);
    Shape out = output(operation);
    int[] begin = integers(operation, 1, in.rank());
    int[] strides = integers(operation, 3, in.rank());
    for (int mask = 0; mask < 5; mask++) {
      fit(operation.option(mask, 0) == 0, operation);
    }
    fit(in.rank() == out.rank(), operation);
    for (int d = 0; d < in.rank(); d++) {
      fit(begin[d] >= 0 && strides[d] > 0, operation);
      long last = begin[d] + (long) (out.dimensions()[d] - 1) * strides[d];
      fit(last < in.dimensions()[d], operation);
    }
    return new Rearranging.Slice(
        input(operation, 0), operation.outputs()[0], in, out, begin, strides);
  }

  private float[] floats(int tensor) {
    return graph.tensors().get(unpacked.getOrDefault(tensor, tensor)).floats();
  }

  private int[] integers(Operation operation, int input, int count) {
    fit(operation.inputs().length > input && operation.inputs()[input] >= 0, operation);
    int[] values = graph.tensors().get(operation.inputs()[input]).integers();
    fit(values.length == count, operation);
    return values;
  }

  /// The number of an input that is computed, no constant.
  private int input(Operation operation, int number) {
    int tensor = operation.inputs()[number];
    fit(!isConstant(tensor), operation);
    return tensor;
  }

  private Shape shape(Operation operation, int input) {
    fit(operation.inputs().length > input && operation.inputs()[input] >= 0, operation);
    return shape(operation.inputs()[input]);
  }

  private Shape output(Operation operation) {
    return shape(operation.outputs()[0]);
  }

  private Shape shape(int tensor) {
    return graph.tensors().get(tensor).shape();
  }

  private static boolean isPicture(Shape shape) {
    return shape.rank() == 4 && shape.dimensions()[0] == 1;
  }

  private static boolean isMatrix(Shape shape) {
    return shape.rank() == 3 && shape.elements() == Landmarks.MATRIX;
  }

  private static void fit(boolean holds, Operation operation) {
    if (!holds) {
      throw new BadNetworkException(
          operation.described() + " of the network has sizes that do not fit each other");
    }
  }

  private static BadNetworkException unknown(Operation operation) {
    return new BadNetworkException(
        "the network has an operation that is not known here: " + operation.described());
  }
}
