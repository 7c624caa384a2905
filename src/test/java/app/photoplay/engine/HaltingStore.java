package app.photoplay.engine;

import app.photoplay.chaos.PaidProvider;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.job.JobId;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Names the points right before and after each write of a program and each call to its provider,
/// and ends it at one of them.
public final class HaltingStore {
  private final int end;
  private final List<String> reached = new ArrayList<>();

  /// A life.
  ///
  /// @param end the number of the point at which it ends, or -1
  public HaltingStore(int end) {
    this.end = end;
  }

  /// The points so far, in order.
  public List<String> reached() {
    return List.copyOf(reached);
  }

  /// Whether the program has ended at its point.
  public boolean ended() {
    return end >= 0 && reached.size() > end;
  }

  /// Says that the program is at a point, and ends it there if it is to end.
  public void reach(String point) {
    reached.add(point);
    if (reached.size() - 1 == end) {
      throw new CrashingStore.Crash();
    }
  }

  /// A store with a point before and after each write.
  public JobStore around(JobStore disk) {
    return new JobStore() {
      @Override
      public void recover(Instant now) {
        disk.recover(now);
      }

      @Override
      public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
        return disk.reconcile(held, now);
      }

      @Override
      public Set<JobId> cancelled() {
        return disk.cancelled();
      }

      @Override
      public boolean alone(Claim claim) {
        reach("before alone");
        boolean held = disk.alone(claim);
        reach("after alone");
        return held;
      }

      @Override
      public void bringForward(Duration by, Instant now) {
        disk.bringForward(by, now);
      }

      @Override
      public List<Claim> claim(List<Room> room, Instant now) {
        List<Claim> claims = disk.claim(room, now);
        if (!claims.isEmpty()) {
          reach("after claim");
        }
        return claims;
      }

      @Override
      public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
        reach("before intend");
        Intended intended = disk.intend(claim, draft, now);
        reach("after intend");
        return intended;
      }

      @Override
      public Commit commit(Claim claim, Transition transition, Instant now) {
        String what = transition.getClass().getSimpleName();
        reach("before commit of " + what);
        Commit commit = disk.commit(claim, transition, now);
        reach("after commit of " + what);
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
    };
  }

  /// A provider with a point before and after each call that matters.
  public PaidProvider around(PaidProvider provider) {
    return new PaidProvider() {
      @Override
      public Sent submit(String key, PaidRequest request) throws InterruptedException {
        reach("before submit");
        Sent sent = provider.submit(key, request);
        reach("after submit");
        return sent;
      }

      @Override
      public Found find(String key) throws InterruptedException {
        reach("before find");
        Found found = provider.find(key);
        reach("after find");
        return found;
      }

      @Override
      public boolean done(String operation) throws InterruptedException {
        return provider.done(operation);
      }

      @Override
      public boolean cancel(String operation) throws InterruptedException {
        reach("before cancel");
        boolean stopped = provider.cancel(operation);
        reach("after cancel");
        return stopped;
      }
    };
  }
}
