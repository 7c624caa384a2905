package app.photoplay.provider.local.piper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A voice of Piper's kind in some 1,500 bytes, written without a library: an id lasts 2 to 4
/// frames of 256 samples times the length that is asked for, and hums as loud as its number.
public final class TinyVoice {
  public static final int FRAME = 256;
  static final String DURATIONS = "/Ceil_output_0";
  private static final String PHONES = " abdefhijklmnopstuvwzæðŋɐɑɔəɚɛɡɪɹʃʊʌʒθˈˌː.,?!:;";

  private TinyVoice() {}

  /// Puts both files into a folder.
  public static Path into(Path folder, int rate) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("tiny.onnx"), model());
    Files.writeString(folder.resolve("tiny.onnx.json"), settings(rate, PHONES));
    return folder;
  }

  /// What stands beside a model.
  static String settings(int rate, String phones) {
    StringBuilder ids = new StringBuilder("\"_\": [0], \"^\": [1], \"$\": [2]");
    int id = 3;
    for (int phone : phones.codePoints().toArray()) {
      ids.append(", \"").append(Character.toString(phone)).append("\": [").append(id++).append("]");
    }
    return """
    {"audio": {"sample_rate": %d}, "espeak": {"voice": "en-us"}, "language": {"code": "en_US"},
     "inference": {"noise_scale": 0.5, "length_scale": 1, "noise_w": 0.8},
     "num_speakers": 1, "phoneme_id_map": {%s}}
    """
        .formatted(rate, ids);
  }

  static String settings(int rate) {
    return settings(rate, PHONES);
  }

  static byte[] model() {
    float[] wave = new float[FRAME];
    for (int i = 0; i < FRAME; i++) {
      wave[i] = (float) Math.sin(2 * Math.PI * i * 4 / FRAME);
    }
    byte[] graph =
        message(
            node("Cast", "ids", attribute("to", 1), "input"),
            node("Squeeze", "row", none(), "ids", "axis0"),
            node("Gather", "length", none(), "scales", "one"),
            node("Mod", "rest", attribute("fmod", 1), "row", "three"),
            node("Add", "base", none(), "rest", "two"),
            node("Mul", "scaled", none(), "base", "length"),
            node("Ceil", DURATIONS, none(), "scaled"),
            node("CumSum", "ends", none(), DURATIONS, "zero"),
            node("ReduceSum", "total", attribute("keepdims", 0), DURATIONS, "axis0"),
            node("Range", "frames", none(), "zerof", "total", "onef"),
            node("Unsqueeze", "column", none(), "frames", "axis1"),
            node("GreaterOrEqual", "after", none(), "column", "ends"),
            node("Cast", "afterf", attribute("to", 1), "after"),
            node("ReduceSum", "whichf", attribute("keepdims", 0), "afterf", "axis1"),
            node("Cast", "which", attribute("to", 7), "whichf"),
            node("Gather", "value", none(), "row", "which"),
            node("Mul", "loud", none(), "value", "volume"),
            node("Unsqueeze", "louds", none(), "loud", "axis1"),
            node("Mul", "waves", none(), "louds", "wave"),
            node("Reshape", "output", none(), "waves", "shape"),
            field(2, text("tiny")),
            whole("axis0", new long[] {1}, 0),
            whole("axis1", new long[] {1}, 1),
            whole("zero", new long[0], 0),
            whole("one", new long[0], 1),
            whole("shape", new long[] {4}, 1, 1, 1, -1),
            real("three", new long[0], 3),
            real("two", new long[0], 2),
            real("zerof", new long[0], 0),
            real("onef", new long[0], 1),
            real("volume", new long[0], 0.01f),
            real("wave", new long[] {FRAME}, wave),
            value(11, "input", 7),
            value(11, "input_lengths", 7),
            value(11, "scales", 1),
            value(12, "output", 1));
    return message(
        number(1, 8), field(7, graph), field(8, message(field(1, text("")), number(2, 13))));
  }

  private static byte[] node(String type, String output, byte[] attribute, String... inputs) {
    byte[] in = message(Arrays.stream(inputs).map(it -> field(1, text(it))).toArray(byte[][]::new));
    return field(
        1,
        message(
            in, field(2, text(output)), field(3, text(output)), field(4, text(type)), attribute));
  }

  private static byte[] none() {
    return new byte[0];
  }

  private static byte[] attribute(String name, int value) {
    return field(5, message(field(1, text(name)), number(3, value), number(20, 2)));
  }

  private static byte[] whole(String name, long[] shape, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(raw::putLong);
    return tensor(name, shape, 7, raw.array());
  }

  private static byte[] real(String name, long[] shape, float... values) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return tensor(name, shape, 1, raw.array());
  }

  private static byte[] tensor(String name, long[] shape, int type, byte[] raw) {
    byte[] dimensions =
        message(Arrays.stream(shape).mapToObj(it -> number(1, it)).toArray(byte[][]::new));
    return field(5, message(dimensions, number(2, type), field(8, text(name)), field(9, raw)));
  }

  private static byte[] value(int field, String name, int type) {
    byte[] tensor = field(1, number(1, type));
    return field(field, message(field(1, text(name)), field(2, tensor)));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] number(int field, long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) field << 3);
    varint(out, value);
    return out.toByteArray();
  }

  private static byte[] field(int field, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) field << 3 | 2);
    varint(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static byte[] message(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Stream.of(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
