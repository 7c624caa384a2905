package app.photoplay.job.event;

import java.util.List;

/// Hears of what has happened to jobs, each time after it is on disk. Called on the threads that
/// wrote it, several at a time, so it returns soon; what it throws is logged. An event whose commit
/// was not acknowledged is not passed on: exact are the rows alone, see [JobTimeline].
@FunctionalInterface
public interface JobEvents {
  /// Nobody listens.
  JobEvents NONE = _ -> {};

  /// What one transaction did, in its order.
  void happened(List<JobEvent> events);
}
