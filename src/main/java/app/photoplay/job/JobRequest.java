package app.photoplay.job;

/// What a job shall make: an immutable record, stored as JSON. Two requests of one account that are
/// equal ask for the same result, so it holds everything that changes the result (content hashes,
/// never paths) and nothing else.
public interface JobRequest {
  /// The name of the [JobKind] that makes it.
  String kind();

  /// A short word that tells it from its cheaper alternatives, for a button: `economy`.
  default String variant() {
    return kind();
  }
}
