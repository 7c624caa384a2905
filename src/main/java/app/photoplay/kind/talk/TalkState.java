package app.photoplay.kind.talk;

import app.photoplay.provider.Operation;

/// ```
/// Ordered ──fork speech──> Speaking ──submit, lane──> Rendering ──> done
/// ```
public sealed interface TalkState {
  record Ordered() implements TalkState {}

  /// The speech is being made.
  record Speaking() implements TalkState {}

  /// The provider has the work.
  ///
  /// @param millis length of the speech
  record Rendering(Operation operation, long millis) implements TalkState {}
}
