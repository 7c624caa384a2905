package app.photoplay.chaos;

/// ```
/// Ordered ──lane──> Sending ──submit──> Working(operation) ──poll──> done
/// ```
public sealed interface PaidState {
  record Ordered() implements PaidState {}

  record Sending() implements PaidState {}

  /// The provider has it.
  ///
  /// @param looks how often it was looked at, when that counts
  record Working(String operation, int looks) implements PaidState {}
}
