package app.photoplay.job.event;

import app.photoplay.job.JobCode;
import java.util.List;

/// Looks at what has happened to jobs, for the operator.
public interface JobTimeline {
  /// All that is remembered of an order and of its children, oldest first.
  ///
  /// @param code of the order, or of one of its children
  List<JobEvent> of(JobCode code);
}
