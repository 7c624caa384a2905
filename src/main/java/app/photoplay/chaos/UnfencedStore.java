package app.photoplay.chaos;

import app.photoplay.database.Audit;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store without the fence: a commit passes for whoever holds the job at the moment.
final class UnfencedStore implements JobStore {
  private final JobStore store;
  private final Audit audit;

  UnfencedStore(JobStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    return store.intend(forged(claim), draft, now);
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    return store.commit(forged(claim), transition, now);
  }

  private Claim forged(Claim claim) {
    return audit
        .holder(claim.job())
        .map(holder ->
            new Claim(
                claim.job(),
                claim.code(),
                claim.kind(),
                claim.request(),
                claim.state(),
                claim.lane(),
                holder.attempt(),
                holder.owner(),
                claim.children(),
                claim.flags(),
                claim.submission()))
        .orElse(claim);
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
