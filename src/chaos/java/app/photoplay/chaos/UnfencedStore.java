package app.photoplay.chaos;

import app.photoplay.database.job.FenceBreaker;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import java.time.Instant;

/// A store without the fence: whoever has claimed a job once may write what became of it.
final class UnfencedStore extends PassingStore {
  private final FenceBreaker usurper;

  UnfencedStore(JobStore store, FenceBreaker usurper) {
    super(store);
    this.usurper = usurper;
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    usurper.take(claim);
    return super.intend(claim, draft, now);
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    usurper.take(claim);
    return super.commit(claim, transition, now);
  }
}
