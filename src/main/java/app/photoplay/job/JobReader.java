package app.photoplay.job;

import app.photoplay.budget.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks at jobs.
public interface JobReader {

  Optional<JobReport> find(JobId job);

  /// The job of that code if it belongs to the account; another's job is as good as none.
  Optional<JobReport> find(AccountId account, JobCode code);

  /// The account's own jobs (no children), newest first.
  List<JobReport> latest(AccountId account, int count);

  /// A job's children, in no order.
  List<Part> parts(JobId job);

  /// How many jobs are doing something or waiting for it, of everybody.
  int open();

  /// How long one order has lately kept what makes it busy; empty when too few have been made to
  /// tell.
  Optional<Pace> pace();

  /// How long orders took of late: a quarter of them less than the one, a quarter more than the
  /// other.
  record Pace(Duration quick, Duration slow) {}

  /// The step of a job's family that is going on now or asks for a decision: the job itself, or its
  /// youngest unfinished child.
  Optional<JobId> active(JobId root);
}
