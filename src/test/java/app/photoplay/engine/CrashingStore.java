package app.photoplay.engine;

import app.photoplay.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// A disk under a program that may end right before or after each of its writes.
final class CrashingStore implements JobStore {
  private static final int ONE_IN = 25;

  private final JobStore disk;
  private final Random random;

  /// Whether the program may end now.
  boolean armed;

  /// Whether it never ends any more.
  boolean calm;

  CrashingStore(JobStore disk, Random random) {
    this.disk = disk;
    this.random = random;
  }

  private void maybe() {
    if (armed && !calm && random.nextInt(ONE_IN) == 0) {
      throw new Crash();
    }
  }

  @Override
  public void recover(Instant now) {
    disk.recover(now);
  }

  @Override
  public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
    maybe();
    List<JobId> freed = disk.reconcile(held, now);
    maybe();
    return freed;
  }

  @Override
  public Set<JobId> cancelled() {
    return disk.cancelled();
  }

  @Override
  public boolean alone(Claim claim) {
    maybe();
    boolean held = disk.alone(claim);
    maybe();
    return held;
  }

  @Override
  public void bringForward(Duration by, Instant now) {
    disk.bringForward(by, now);
  }

  @Override
  public List<Claim> claim(List<Room> room, Instant now) {
    List<Claim> claims = disk.claim(room, now);
    maybe();
    return claims;
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    maybe();
    Intended intended = disk.intend(claim, draft, now);
    maybe();
    return intended;
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    maybe();
    Commit commit = disk.commit(claim, transition, now);
    maybe();
    return commit;
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return disk.nextDue(after);
  }

  @Override
  public int promote(Instant before, Instant now) {
    return disk.promote(before, now);
  }

  /// The program ends here. Nothing in the engine catches it.
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
      super("crash", null, false, false);
    }
  }
}
