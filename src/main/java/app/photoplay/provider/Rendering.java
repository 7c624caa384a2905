package app.photoplay.provider;

import java.time.Duration;
import java.util.OptionalDouble;

/// How far an operation is.
public sealed interface Rendering {
  /// Not ready; `fraction` (0 to 1) only where the provider states it.
  record Running(OptionalDouble fraction, Duration pollAfter) implements Rendering {}

  record Finished(Render render) implements Rendering {}
}
