package app.photoplay.job;

import app.photoplay.budget.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one step of a job leads to. The engine carries it out in one transaction.
public sealed interface Progress<S> {

  /// Go on at once in another state.
  record Next<S>(S state) implements Progress<S> {}

  /// Go on in another state as soon as the lane has room.
  record Queue<S>(S state, Lane lane) implements Progress<S> {}

  /// Go on after a pause. With an unchanged state the pause is kept in memory only and costs no
  /// write.
  record Wait<S>(S state, Duration delay) implements Progress<S> {}

  /// Start children and go on when the last of them has ended. A child whose name exists already is
  /// not started again; a child whose result is stored is taken from there.
  record Fork<S>(S state, Map<String, JobRequest> children) implements Progress<S> {
    public Fork {
      children = Map.copyOf(children);
    }
  }

  /// Do the same step again after a pause; after the last attempt the job ends with the failure.
  record Retry<S>(Failure failure, Throwable cause, Duration delay) implements Progress<S> {}

  /// The result is there.
  ///
  /// @param cost what was really spent, children not counted, at most what was held
  record Done<S>(List<Artifact> artifacts, Money cost) implements Progress<S> {
    public Done {
      artifacts = List.copyOf(artifacts);
    }
  }

  /// There will be no result.
  record Failed<S>(Failure failure) implements Progress<S> {}
}
