package app.photoplay.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// How the harness leads a process of its own: over its standard input, which is open for as long
/// as the harness lives. The process ends with it. Thread-safe.
final class Leash {
  /// Says that nothing new is to be begun.
  static final String DRAIN = "drain";

  private static final int LOST = 3;

  private volatile boolean draining;

  private Leash() {}

  /// The leash of this process.
  static Leash on(InputStream in) {
    Leash leash = new Leash();
    Thread.ofPlatform().daemon(true).name("leash").start(() -> leash.follow(in));
    return leash;
  }

  /// Whether all shall be brought to an end.
  boolean draining() {
    return draining;
  }

  private void follow(InputStream in) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        draining |= line.equals(DRAIN);
      }
    } catch (IOException e) {
      // as good as its end
    }
    Runtime.getRuntime().halt(LOST);
  }
}
