package app.photoplay.engine;

import app.photoplay.engine.JobStore.Commit;
import app.photoplay.engine.JobStore.Intended;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes about claimed jobs until the disk takes it: the work behind it may have been paid for.
///
/// When a write fails nobody knows whether it happened; both may safely be written twice. A commit
/// that has happened either finds its claim as it was, and does the same once more, or finds that
/// its job has gone on, and then there is nothing left to do here. Thread-safe.
final class StoreRetry {
  private static final Logger log = LoggerFactory.getLogger(StoreRetry.class);

  private final JobStore store;
  private final InstantSource time;
  private final Pauses pauses;
  private volatile boolean failing;

  StoreRetry(JobStore store, InstantSource time, Pauses pauses) {
    this.store = store;
    this.time = time;
    this.pauses = pauses;
  }

  /// What to do between two tries.
  @FunctionalInterface
  interface Pauses {
    /// Waits.
    ///
    /// @param failures so far, from 1
    /// @return false when there is no time for another try
    boolean pause(int failures);
  }

  /// Whether the last write failed.
  boolean failing() {
    return failing;
  }

  /// Writes what a step led to.
  Commit commit(Claim claim, Transition transition) {
    return write(claim, () -> store.commit(claim, transition, time.instant()), Commit.OUTDATED);
  }

  /// Writes down that money is about to go out.
  Intended intend(Claim claim, Submission.Draft draft) {
    return write(claim, () -> store.intend(claim, draft, time.instant()), new Intended.Outdated());
  }

  /// Writes down that a step runs alone.
  ///
  /// @return false when it must not run
  boolean alone(Claim claim) {
    return write(claim, () -> store.alone(claim), false);
  }

  private <T> T write(Claim claim, Supplier<T> call, T outdated) {
    int failures = 0;
    while (true) {
      try {
        T written = call.get();
        failing = false;
        if (written.equals(outdated)) {
          log.atWarn()
              .addKeyValue("job", claim.code())
              .log(
                  failures == 0
                      ? "another owner has this job now; what this step led to is not written"
                      : "the answer that a step's result is written was lost, or the job has"
                          + " another owner; it goes on as its row says");
        }
        return written;
      } catch (RuntimeException e) {
        failing = true;
        boolean again = pauses.pause(++failures);
        log.atError()
            .addKeyValue("job", claim.code())
            .addKeyValue("failures", failures)
            .setCause(e)
            .log(
                again
                    ? "the database did not confirm a step's result; it is written again"
                    : "the database did not confirm a step's result before the stop; should the row"
                        + " still be claimed, the next start frees it");
        if (!again) {
          return outdated;
        }
      }
    }
  }
}
