package app.photoplay.provider.local.piper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What has to be known of the graph in an ONNX file, read from its protocol buffer.
///
/// Piper's graphs round the lengths of phones up to whole frames and keep that inside; a file that
/// names the result as one more output gives it. Parsers merge parts of a message that come twice,
/// so the name is added behind the file's end.
final class OnnxGraph {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INPUT = 11;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_TYPE = 4;
  private static final Set<String> NEEDED = Set.of("input", "input_lengths", "scales");

  private final byte[] file;
  private final Set<String> inputs = new TreeSet<>();
  private final List<String> rounded = new ArrayList<>();

  private OnnxGraph(byte[] file) {
    this.file = file;
  }

  /// Reads a file.
  ///
  /// @throws IOException with a sentence that says why it is no voice of Piper's
  static OnnxGraph of(byte[] file) throws IOException {
    OnnxGraph graph = new OnnxGraph(file);
    try {
      graph.fields(
          0,
          file.length,
          (field, from, to) -> {
            if (field == GRAPH) {
              graph.readGraph(from, to);
            }
          });
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("the voice's model is cut short or damaged", e);
    }
    if (!graph.inputs.containsAll(NEEDED)) {
      throw new IOException("the model is no voice of Piper's");
    }
    return graph;
  }

  /// What holds the lengths of phones in frames, when that is certain.
  Optional<String> durations() {
    return rounded.size() == 1 ? Optional.of(rounded.getFirst()) : Optional.empty();
  }

  /// The file with one more output.
  byte[] withOutput(String name) {
    byte[] type = {0x0A, 0x02, 0x08, 0x01}; // a tensor of floats
    byte[] output = joined(field(1, name.getBytes(StandardCharsets.UTF_8)), field(2, type));
    return joined(file, field(GRAPH, field(12, output)));
  }

  private void readGraph(int start, int end) throws IOException {
    fields(
        start,
        end,
        (field, from, to) -> {
          if (field == NODE) {
            readNode(from, to);
          } else if (field == INPUT) {
            fields(
                from,
                to,
                (inner, a, b) -> {
                  if (inner == 1) {
                    inputs.add(text(a, b));
                  }
                });
          }
        });
  }

  private void readNode(int start, int end) throws IOException {
    List<String> outputs = new ArrayList<>();
    List<String> types = new ArrayList<>();
    fields(
        start,
        end,
        (field, from, to) -> {
          if (field == NODE_OUTPUT) {
            outputs.add(text(from, to));
          } else if (field == NODE_TYPE) {
            types.add(text(from, to));
          }
        });
    if (types.equals(List.of("Ceil"))) {
      rounded.addAll(outputs);
    }
  }

  private String text(int from, int to) {
    return new String(file, from, to - from, StandardCharsets.UTF_8);
  }

  private interface Visitor {
    void field(int number, int from, int to) throws IOException;
  }

  private void fields(int start, int end, Visitor visitor) throws IOException {
    int[] at = {start};
    while (at[0] < end) {
      long tag = number(at, end);
      switch ((int) (tag & 7)) {
        case 0 -> number(at, end);
        case 1 -> at[0] += 8;
        case 5 -> at[0] += 4;
        case 2 -> {
          long length = number(at, end);
          if (length < 0 || length > end - at[0]) {
            throw new IOException("the voice's model is cut short or damaged");
          }
          visitor.field((int) (tag >>> 3), at[0], at[0] + (int) length);
          at[0] += (int) length;
        }
        default -> throw new IOException("the file is no ONNX model");
      }
    }
    if (at[0] > end) {
      throw new IOException("the voice's model is cut short or damaged");
    }
  }

  private long number(int[] at, int end) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at[0] >= end) {
        throw new IOException("the voice's model is cut short or damaged");
      }
      byte next = file[at[0]++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("the file is no ONNX model");
  }

  private static byte[] field(int number, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(number << 3 | 2);
    int length = content.length;
    while (length > 0x7F) {
      out.write((length & 0x7F) | 0x80);
      length >>>= 7;
    }
    out.write(length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
