package app.photoplay.job;

import java.util.List;

/// How a job ended.
public sealed interface Outcome {

  /// The result is there.
  record Made(List<Artifact> artifacts) implements Outcome {
    public Made {
      artifacts = List.copyOf(artifacts);
    }
  }

  record Failed(Failure failure) implements Outcome {}

  record Cancelled() implements Outcome {}
}
