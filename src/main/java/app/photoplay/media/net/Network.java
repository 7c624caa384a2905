package app.photoplay.media.net;

import app.photoplay.media.net.Graph.Operation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A neural network for pictures as TensorFlow Lite's files hold them: floats (weights of 16 bits
/// too), one picture at a time. Holds the weights, once, in the form that runs fastest, and is
/// thread-safe; each thread that runs it has a [NetworkRun] of its own.
///
/// Known are the operations that MediaPipe's networks for faces and people use. Whatever else a
/// file says or lacks is refused when it is read.
public final class Network {
  private final List<Kernel> kernels = new ArrayList<>();
  private final List<Shape> shapes;
  private final int[] inputs;
  private final int[] outputs;
  private final MemoryPlan plan;

  private Network(Graph graph) {
    shapes = graph.tensors().stream().map(Graph.Tensor::shape).toList();
    inputs = graph.inputs();
    outputs = graph.outputs();
    Operands operands = new Operands(graph);
    Kernels makes = new Kernels(operands);
    List<MemoryPlan.Step> steps = new ArrayList<>();
    boolean[] written = new boolean[shapes.size()];
    for (int input : inputs) {
      written[input] = true;
    }
    for (Operation operation : graph.operations()) {
      if (operands.isUnpacking(operation)) {
        continue;
      }
      int[] read =
          Arrays.stream(operation.inputs())
              .filter(input -> input >= 0 && !operands.isConstant(input))
              .toArray();
      int output = operation.outputs()[0];
      if (!Arrays.stream(read).allMatch(input -> written[input])
          || written[output]
          || operands.isConstant(output)) {
        throw new BadNetworkException(
            operation.described() + " of the network reads what was not computed before");
      }
      Kernel kernel = makes.of(operation);
      kernels.add(kernel);
      steps.add(new MemoryPlan.Step(read, output, kernel.elementwise()));
      written[output] = true;
    }
    if (!Arrays.stream(outputs).allMatch(output -> written[output])) {
      throw new BadNetworkException("the network does not compute its output");
    }
    plan = new MemoryPlan(shapes, steps, inputs, outputs);
  }

  /// Reads a network.
  ///
  /// @throws BadNetworkException when it cannot be run
  public static Network read(byte[] content) {
    return new Network(Graph.read(content));
  }

  /// Reads a network that must be a certain one.
  ///
  /// @param sha256 of its content, in hexadecimal digits
  /// @throws BadNetworkException when it is another, or cut short
  public static Network read(byte[] content, String sha256) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      if (!HexFormat.of().formatHex(hash).equals(sha256)) {
        throw new BadNetworkException(
            "the network's file was cut short or is another one: its SHA-256 is not " + sha256);
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    return read(content);
  }

  /// Room for one run at a time; an old one may be used again and again.
  public NetworkRun start() {
    return new NetworkRun(this, plan.allocate());
  }

  /// Bytes that each [NetworkRun] takes, beside what single operations need meanwhile.
  public long bytesEach() {
    return Float.BYTES * plan.elements();
  }

  void run(Memory memory) {
    for (Kernel kernel : kernels) {
      kernel.run(memory);
    }
  }

  int input(int number) {
    return inputs[number];
  }

  int output(int number) {
    return outputs[number];
  }

  Shape shape(int tensor) {
    return shapes.get(tensor);
  }
}
