package app.photoplay.kind.speech;

/// ```
/// Ordered ──voice lane──> Speaking ──> done
/// ```
public sealed interface SpeechState {
  record Ordered() implements SpeechState {}

  record Speaking() implements SpeechState {}
}
