package app.photoplay.engine;

import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import java.util.Map;
import java.util.Optional;

/// A job that this program has taken to do its next step. Job, owner and number together are the
/// fence: a commit with an outdated claim changes nothing.
///
/// @param request and `state` as the kind's codecs wrote them; an empty state means the job has not
///   begun
/// @param attempt 1 at the first try of this step; one more for each try that failed before the
///   eyes of a program
/// @param number counts the claims of this job, so that no two are alike
/// @param ends how often in a row a program ended while it was at this step, see [Quarantine]
/// @param children how they ended, by name
/// @param submission the paid submission that is open
public record Claim(
    JobId job,
    JobCode code,
    String kind,
    String request,
    String state,
    Lane lane,
    int attempt,
    String owner,
    long number,
    int ends,
    Map<String, Outcome> children,
    Flags flags,
    Optional<Submission> submission) {

  /// What happened to a job besides its steps.
  ///
  /// @param cancelled it was cancelled, but a provider has its work
  /// @param refunded the person has the money back
  /// @param child another job has started it
  public record Flags(boolean cancelled, boolean refunded, boolean child) {
    public static final Flags NONE = new Flags(false, false, false);
    private static final Flags CHILD = new Flags(false, false, true);

    /// The same object for the usual cases: ten thousand claims may be held for hours.
    public static Flags of(boolean cancelled, boolean refunded, boolean child) {
      if (cancelled || refunded) {
        return new Flags(cancelled, refunded, child);
      }
      return child ? CHILD : NONE;
    }
  }

  /// A claim by its numbers alone.
  public record Ticket(JobId job, long number) {}

  public Claim {
    children = Map.copyOf(children);
  }

  Ticket ticket() {
    return new Ticket(job, number);
  }

  /// Whether nothing is held against this step: no failure, no end of a program.
  boolean untroubled() {
    return attempt == 1 && ends == 0;
  }

  /// The same claim for the step after this one.
  ///
  /// @param open the submission that is open then
  Claim onward(String next, Optional<Submission> open) {
    return new Claim(
        job, code, kind, request, next, lane, 1, owner, number, 0, children, flags, open);
  }
}
