package app.photoplay.chaos;

import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.engine.Transition.Fate;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A store without the intent log: nothing about a submission reaches the disk, so whatever has no
/// clear outcome is sent again as if it were new, under a new key.
final class ForgetfulStore extends PassingStore {
  private final AtomicLong keys;

  ForgetfulStore(JobStore store, long seed) {
    super(store);
    this.keys = new AtomicLong(seed);
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    long id = keys.incrementAndGet();
    return new Intended.Written(
        new Submission(
            id,
            "forgotten-" + claim.job().value() + "-" + id,
            Submission.State.INTENT,
            Optional.empty(),
            draft.estimate(),
            draft.deadline()));
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    return super.commit(
        claim,
        transition instanceof Transition.Submitted(_, var fate, var then)
            ? fate instanceof Fate.Unknown ? new Transition.Repeat(now, false) : then
            : transition,
        now);
  }
}
