package app.photoplay.job;

import java.util.Map;

/// What a kind may know and say during one step.
public interface Turn {
  JobId job();

  /// For logs.
  JobCode code();

  /// 1 at the first try of this step; one more for each that failed. A try that was cut off by the
  /// end of the program does not count.
  int attempt();

  /// How each child ended, by the name it was forked under. Empty until all have.
  Map<String, Outcome> children();

  /// Whether the person has the money back already, see [Progress.Refund].
  boolean refunded();

  /// Whether another job has started this one, and waits for it.
  boolean child();

  /// Tells how far this step is, 0 to 1. Kept in memory only.
  void report(double fraction);
}
