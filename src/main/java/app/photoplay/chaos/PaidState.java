package app.photoplay.chaos;

/// ```
/// Ordered ──lane──> Sending ──submit──> Working(operation) ──poll──> done
/// ```
public sealed interface PaidState {
  record Ordered() implements PaidState {}

  record Sending() implements PaidState {}

  record Working(String operation) implements PaidState {}
}
