package app.photoplay.chaos;

import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A store that passes everything on, for those that break one thing.
abstract class PassingStore implements JobStore {
  private final JobStore store;

  PassingStore(JobStore store) {
    this.store = store;
  }

  @Override
  public void recover(Instant now) {
    store.recover(now);
  }

  @Override
  public void takeOver(Instant now) {
    store.takeOver(now);
  }

  @Override
  public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
    return store.reconcile(held, now);
  }

  @Override
  public boolean alone(Claim claim) {
    return store.alone(claim);
  }

  @Override
  public void bringForward(Duration by, Instant now) {
    store.bringForward(by, now);
  }

  @Override
  public List<Claim> claim(List<Room> room, Instant now) {
    return store.claim(room, now);
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    return store.intend(claim, draft, now);
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    return store.commit(claim, transition, now);
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return store.nextDue(after);
  }

  @Override
  public Set<JobId> cancelled() {
    return store.cancelled();
  }

  @Override
  public int promote(Instant before, Instant now) {
    return store.promote(before, now);
  }
}
