package app.photoplay.media.net;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a file of TensorFlow Lite (schema version 3) says: tensors, and operations in the order in
/// which they run. Of its tensors only floats of 32 and of 16 bits and integers of 32 bits are
/// read.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Graph(List<Tensor> tensors, List<Operation> operations, int[] inputs, int[] outputs) {
  private static final String IDENTIFIER = "TFL3";
  private static final int VERSION = 3;
  private static final int MOST_PARTS = 10_000;

  /// A tensor; its content is there when it is a constant.
  ///
  /// @param type as the schema numbers it: 0, 1 or 2 for the three that are read
  record Tensor(Shape shape, int type, Optional<ByteBuffer> content) {
    static final int FLOAT32 = 0;
    static final int FLOAT16 = 1;
    static final int INT32 = 2;

    /// The constant's values in the order of its dimensions.
    float[] floats() {
      ByteBuffer from = constant();
      float[] values = new float[shape.elements()];
      switch (type) {
        case FLOAT32 -> {
          wanted(from, 4 * values.length);
          from.asFloatBuffer().get(0, values);
        }
        case FLOAT16 -> {
          wanted(from, 2 * values.length);
          short[] halves = new short[values.length];
          from.asShortBuffer().get(0, halves);
          for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(halves[i]);
          }
        }
        default -> throw new BadNetworkException("the network has weights of type " + type);
      }
      return values;
    }

    int[] integers() {
      ByteBuffer from = constant();
      if (type != INT32) {
        throw new BadNetworkException("the network has sizes of type " + type);
      }
      int[] values = new int[shape.elements()];
      wanted(from, 4 * values.length);
      from.asIntBuffer().get(0, values);
      return values;
    }

    private ByteBuffer constant() {
      return content.orElseThrow(
          () -> new BadNetworkException("the network computes what must be a constant"));
    }

    private static void wanted(ByteBuffer from, int bytes) {
      if (from.capacity() != bytes) {
        throw new BadNetworkException(
            "the network has a constant of %d bytes instead of %d"
                .formatted(from.capacity(), bytes));
      }
    }
  }

  /// One operation.
  ///
  /// @param code as the schema numbers the built-in ones; [#CUSTOM] for others
  /// @param name of a custom one; else empty
  /// @param inputs numbers of tensors; -1 for one that is left out
  /// @param options what the schema has for this operation
  /// @param more the options of a custom one
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Operation(
      int code,
      String name,
      int[] inputs,
      int[] outputs,
      Optional<FlatTable> options,
      ByteBuffer more) {
    static final int CUSTOM = 32;

    int option(int field, int otherwise) {
      return options.map(it -> it.integer(field, otherwise)).orElse(otherwise);
    }

    int choice(int field) {
      return options.map(it -> it.octet(field, 0)).orElse(0);
    }

    String described() {
      return name.isEmpty() ? "operation " + code : "operation " + name;
    }
  }

  static Graph read(byte[] content) {
    FlatTable model = FlatTable.root(content, IDENTIFIER);
    int version = model.integer(0, 0);
    if (version != VERSION) {
      throw new BadNetworkException("the network has version %d of its format".formatted(version));
    }
    List<FlatTable> graphs = model.tables(2);
    if (graphs.size() != 1) {
      throw new BadNetworkException("the file has %d networks".formatted(graphs.size()));
    }
    FlatTable graph = graphs.getFirst();
    List<Tensor> tensors = tensors(few(graph.tables(0)), model.tables(4));
    Graph read =
        new Graph(
            tensors,
            operations(few(graph.tables(3)), model.tables(1), tensors.size()),
            graph.integers(1),
            graph.integers(2));
    check(read.inputs, 0, tensors.size());
    check(read.outputs, 0, tensors.size());
    if (read.inputs.length == 0 || read.outputs.length == 0) {
      throw new BadNetworkException("the network has no input or no output");
    }
    return read;
  }

  private static List<FlatTable> few(List<FlatTable> tables) {
    if (tables.size() > MOST_PARTS) {
      throw new BadNetworkException("the network has %d parts".formatted(tables.size()));
    }
    return tables;
  }

  private static List<Tensor> tensors(List<FlatTable> tables, List<FlatTable> contents) {
    List<Tensor> tensors = new ArrayList<>();
    for (FlatTable table : tables) {
      int content = table.integer(2, 0);
      check(new int[] {content}, 0, contents.size());
      ByteBuffer bytes = contents.get(content).bytes(0);
      tensors.add(
          new Tensor(
              Shape.of(table.integers(0)),
              table.octet(1, 0),
              bytes.capacity() == 0 ? Optional.empty() : Optional.of(bytes)));
    }
    return tensors;
  }

  private static List<Operation> operations(
      List<FlatTable> tables, List<FlatTable> codes, int tensors) {
    List<Operation> operations = new ArrayList<>();
    for (FlatTable table : tables) {
      int number = table.integer(0, 0);
      check(new int[] {number}, 0, codes.size());
      FlatTable kind = codes.get(number);
      // the first field is too short for the later codes, which have a field of their own
      int code = Math.max(kind.octet(0, 0), kind.integer(3, 0));
      Operation operation =
          new Operation(
              code,
              code == Operation.CUSTOM ? kind.text(1) : "",
              table.integers(1),
              table.integers(2),
              table.table(4),
              table.bytes(5));
      check(operation.inputs, -1, tensors);
      check(operation.outputs, 0, tensors);
      if (operation.inputs.length == 0 || operation.outputs.length != 1) {
        throw new BadNetworkException(
            operation.described() + " of the network has no input or not one output");
      }
      operations.add(operation);
    }
    return operations;
  }

  private static void check(int[] numbers, int least, int count) {
    for (int number : numbers) {
      if (number < least || number >= count) {
        throw new BadNetworkException("the network names part %d of %d".formatted(number, count));
      }
    }
  }
}
