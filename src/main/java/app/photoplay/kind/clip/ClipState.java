package app.photoplay.kind.clip;

import app.photoplay.provider.Operation;

/// ```
/// Ordered ──submit, lane──> Filming ──> done
/// ```
public sealed interface ClipState {
  record Ordered() implements ClipState {}

  /// The provider has the work.
  record Filming(Operation operation) implements ClipState {}
}
