package app.photoplay.chaos;

import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.engine.Transition.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A store without the intent log: nothing about a submission reaches the disk, so whatever has no
/// clear outcome is sent again as if it were new, under a new key.
final class ForgetfulStore implements JobStore {
  private final JobStore store;
  private final AtomicLong keys;

  ForgetfulStore(JobStore store, long seed) {
    this.store = store;
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
    return store.commit(
        claim,
        transition instanceof Transition.Submitted(_, var fate, var then)
            ? fate instanceof Fate.Unknown ? new Transition.Repeat(now, false) : then
            : transition,
        now);
  }

  @Override
  public void recover(Instant now) {
    store.recover(now);
  }

  @Override
  public List<Claim> claim(List<Room> room, Instant now) {
    return store.claim(room, now);
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return store.nextDue(after);
  }

  @Override
  public int promote(Instant before, Instant now) {
    return store.promote(before, now);
  }
}
