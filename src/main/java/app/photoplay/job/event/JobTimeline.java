package app.photoplay.job.event;

import app.photoplay.job.JobCode;
import java.util.List;

/// Looks at what has happened to jobs, for the operator.
public interface JobTimeline {
  /// What is remembered of an order and of its children, oldest first.
  ///
  /// @param code of the order, or of one of its children
  /// @param skipped how many of the oldest are left out
  /// @param most how many are told at most
  Part of(JobCode code, int skipped, int most);

  /// Some of what is remembered.
  ///
  /// @param all how much there is altogether; 0 when nothing is known of such a job
  record Part(int all, List<Entry> entries) {
    public Part {
      entries = List.copyOf(entries);
    }
  }

  /// One event, with the code of the job that it happened to.
  record Entry(JobCode code, JobEvent event) {}
}
