package app.photoplay.media.net;

import app.photoplay.media.net.Graph.Operation;
import java.util.HashMap;
import java.util.Map;

/// What operations find in a graph: the shapes and constants of their inputs. Whatever does not fit
/// is refused.
final class Operands {
  private final Graph graph;

  /// For each tensor made by an operation that only unpacks a constant, the constant's tensor.
  private final Map<Integer, Integer> unpacked = new HashMap<>();

  Operands(Graph graph) {
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

  float[] floats(int tensor) {
    return graph.tensors().get(unpacked.getOrDefault(tensor, tensor)).floats();
  }

  int[] integers(Operation operation, int input, int count) {
    fit(operation.inputs().length > input && operation.inputs()[input] >= 0, operation);
    int[] values = graph.tensors().get(operation.inputs()[input]).integers();
    fit(values.length == count, operation);
    return values;
  }

  /// The number of an input that is computed, no constant.
  int input(Operation operation, int number) {
    int tensor = operation.inputs()[number];
    fit(!isConstant(tensor), operation);
    return tensor;
  }

  Shape shape(Operation operation, int input) {
    fit(operation.inputs().length > input && operation.inputs()[input] >= 0, operation);
    return shape(operation.inputs()[input]);
  }

  Shape output(Operation operation) {
    return shape(operation.outputs()[0]);
  }

  Shape shape(int tensor) {
    return graph.tensors().get(tensor).shape();
  }

  static void fit(boolean holds, Operation operation) {
    if (!holds) {
      throw new BadNetworkException(
          operation.described() + " of the network has sizes that do not fit each other");
    }
  }
}
