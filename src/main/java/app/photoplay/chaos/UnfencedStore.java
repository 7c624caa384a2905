package app.photoplay.chaos;

import app.photoplay.database.Audit;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import java.time.Instant;

/// A store without the fence: a commit passes for whoever holds the job at the moment.
final class UnfencedStore extends PassingStore {
  private final Audit audit;

  UnfencedStore(JobStore store, Audit audit) {
    super(store);
    this.audit = audit;
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    return super.intend(forged(claim), draft, now);
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    return super.commit(forged(claim), transition, now);
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
}
