package app.photoplay.engine;

import org.junit.jupiter.api.Tag;

/// The same with the program ended at every point.
@Tag("proof")
final class FallbackEverywhereTest extends FallbackTest {
  @Override
  int stride() {
    return 3;
  }
}
