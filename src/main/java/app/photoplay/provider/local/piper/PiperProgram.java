package app.photoplay.provider.local.piper;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A program of its own that runs one model and talks to its caller through pipes.
///
/// It finds ONNX Runtime by name: the library is fetched when somebody adds a voice, so that the
/// others need neither its 54 MB nor its native code.
///
/// Says `ready` or what is wrong (UTF). Then a request is noise, length and rhythm (float), the
/// speaker (int, -1 for the only one), the number of ids (int) and these (int); its answer `ok` or
/// what is wrong (UTF), the number of samples (int), these (float), the number of lengths (int, 0
/// when the model tells none) and these in frames (float).
final class PiperProgram {
  private final Object environment;
  private final Object session;
  private final String durations;

  private PiperProgram(String model, String durations) throws ReflectiveOperationException {
    this.durations = durations;
    this.environment = type("OrtEnvironment").getMethod("getEnvironment").invoke(null);
    Class<?> optionsType = type("OrtSession$SessionOptions");
    Object options = optionsType.getConstructor().newInstance();
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2);
    optionsType.getMethod("setIntraOpNumThreads", int.class).invoke(options, threads);
    this.session =
        type("OrtEnvironment")
            .getMethod("createSession", String.class, optionsType)
            .invoke(environment, model, options);
  }

  /// Starts the program.
  ///
  /// @param arguments the model and the name of its output for lengths, which may be empty
  public static void main(String[] arguments) throws IOException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16))) {
      PiperProgram program;
      try {
        program = new PiperProgram(arguments[0], arguments[1]);
      } catch (ReflectiveOperationException | RuntimeException e) {
        out.writeUTF(reason(e));
        return;
      }
      out.writeUTF("ready");
      out.flush();
      while (program.answer(in, out)) {
        out.flush();
      }
    }
  }

  private boolean answer(DataInputStream in, DataOutputStream out) throws IOException {
    float[] scales = new float[3];
    try {
      scales[0] = in.readFloat();
    } catch (EOFException e) {
      return false;
    }
    scales[1] = in.readFloat();
    scales[2] = in.readFloat();
    int speaker = in.readInt();
    long[] ids = new long[in.readInt()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = in.readInt();
    }
    try {
      float[][] made = run(ids, scales, speaker);
      out.writeUTF("ok");
      for (float[] numbers : made) {
        out.writeInt(numbers.length);
        for (float number : numbers) {
          out.writeFloat(number);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      out.writeUTF(reason(e));
    }
    return true;
  }

  private float[][] run(long[] ids, float[] scales, int speaker)
      throws ReflectiveOperationException {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("input", tensor(new long[][] {ids}));
    inputs.put("input_lengths", tensor(new long[] {ids.length}));
    inputs.put("scales", tensor(scales));
    if (speaker >= 0) {
      inputs.put("sid", tensor(new long[] {speaker}));
    }
    Class<?> results = type("OrtSession$Result");
    Object result = type("OrtSession").getMethod("run", Map.class).invoke(session, inputs);
    try {
      Object sound = results.getMethod("get", int.class).invoke(result, 0);
      Optional<?> lengths =
          durations.isEmpty()
              ? Optional.empty()
              : (Optional<?>) results.getMethod("get", String.class).invoke(result, durations);
      return new float[][] {
        floats(sound), lengths.isPresent() ? floats(lengths.get()) : new float[0]
      };
    } finally {
      results.getMethod("close").invoke(result);
      for (Object input : inputs.values()) {
        type("OnnxTensor").getMethod("close").invoke(input);
      }
    }
  }

  private Object tensor(Object values) throws ReflectiveOperationException {
    return type("OnnxTensor")
        .getMethod("createTensor", type("OrtEnvironment"), Object.class)
        .invoke(null, environment, values);
  }

  private static float[] floats(Object tensor) throws ReflectiveOperationException {
    FloatBuffer buffer =
        (FloatBuffer) type("OnnxTensor").getMethod("getFloatBuffer").invoke(tensor);
    float[] floats = new float[buffer.remaining()];
    buffer.get(floats);
    return floats;
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("ai.onnxruntime." + name);
  }

  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    for (Throwable at = thrown.getCause(); at != null; at = at.getCause()) {
      deepest = at;
    }
    String said = deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    return said.substring(0, Math.min(said.length(), 500));
  }
}
