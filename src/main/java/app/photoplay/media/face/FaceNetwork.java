package app.photoplay.media.face;

import app.photoplay.media.net.BadNetworkException;
import app.photoplay.media.net.Network;
import app.photoplay.media.net.NetworkRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// MediaPipe's networks for faces and people, which lie beside this class (see `NOTICE` and
/// `src/build/networks.sh`). Each is read when it is first used and checked against its SHA-256.
/// Thread-safe: each thread gets memory of its own, which is used again, and dropped when the
/// program needs it elsewhere.
final class FaceNetwork {
  /// Faces from a sixteenth to a half of a picture: scores and boxes of 48 x 48 places.
  static final FaceNetwork FULL_RANGE = new FaceNetwork("face_detection_full_range");

  /// Larger faces.
  static final FaceNetwork SHORT_RANGE = new FaceNetwork("face_detection_short_range");

  /// The surface of one face, and whether it is one.
  static final FaceNetwork MESH = new FaceNetwork("face_landmark");

  /// The same with a closer look at lips, lids and irises; does not tell what is no face.
  static final FaceNetwork FINE_MESH = new FaceNetwork("face_landmark_with_attention");

  /// Which parts of a picture people are.
  static final FaceNetwork PERSON = new FaceNetwork("selfie_segmentation");

  private static final String SUMS = "networks.sha256";

  private final String file;
  private final Deque<SoftReference<NetworkRun>> idle = new ArrayDeque<>();
  private @Nullable Network network;

  private FaceNetwork(String name) {
    file = name + ".tflite";
  }

  /// Lends memory to run the network with.
  <T> T with(Function<NetworkRun, T> use) {
    NetworkRun run = borrowed();
    T result = use.apply(run);
    synchronized (this) {
      idle.push(new SoftReference<>(run));
    }
    return result;
  }

  private synchronized NetworkRun borrowed() {
    while (!idle.isEmpty()) {
      NetworkRun run = idle.pop().get();
      if (run != null) {
        return run;
      }
    }
    Network read = network;
    if (read == null) {
      read = read();
      network = read;
    }
    return read.start();
  }

  private Network read() {
    String sum =
        new String(bytes(SUMS), StandardCharsets.US_ASCII)
            .lines()
            .filter(line -> line.endsWith("  " + file))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(SUMS + " does not name " + file));
    try {
      return Network.read(bytes(file), sum);
    } catch (BadNetworkException e) {
      throw new IllegalStateException("Photoplay is damaged, install it anew: " + file, e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = FaceNetwork.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Photoplay is incomplete, install it anew: no " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
