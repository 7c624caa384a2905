package app.photoplay.testkit;

import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A store of jobs on a bad line, in a program that lives on: now and then a write does not reach
/// the disk, and now and then it does but its answer is lost, which looks the same. Thread-safe.
public final class FaultyStore implements JobStore {
  private final JobStore disk;
  private final Function<String, Line> line;
  private final Map<String, Integer> faults = new ConcurrentHashMap<>();
  private volatile boolean calm;

  /// What becomes of a call.
  private enum Line {
    GOOD,
    LOSES_THE_QUESTION,
    LOSES_THE_ANSWER
  }

  /// A store on that disk.
  ///
  /// @param oneIn one of so many calls goes wrong, as often before as after it has been done
  public FaultyStore(JobStore disk, Random random, int oneIn) {
    this.disk = disk;
    this.line =
        _ ->
            random.nextInt(oneIn) > 0
                ? Line.GOOD
                : random.nextBoolean() ? Line.LOSES_THE_QUESTION : Line.LOSES_THE_ANSWER;
  }

  /// A store that loses one answer.
  ///
  /// @param what the call, such as `claim` or `commit of Onward`; of claims one that took something
  public FaultyStore(JobStore disk, String what) {
    this(disk, what, 1);
  }

  /// The same the so manieth time, counted from 1.
  public FaultyStore(JobStore disk, String what, int time) {
    this.disk = disk;
    AtomicInteger calls = new AtomicInteger();
    this.line =
        call ->
            call.equals(what) && calls.incrementAndGet() == time
                ? Line.LOSES_THE_ANSWER
                : Line.GOOD;
  }

  /// From now on all goes well, or not.
  public void calm(boolean all) {
    calm = all;
  }

  /// How often what went wrong: `after commit of Onward`.
  public Map<String, Integer> faults() {
    return new TreeMap<>(faults);
  }

  private <T> T at(String what, Supplier<T> call) {
    Line way = calm ? Line.GOOD : line.apply(what);
    if (way == Line.LOSES_THE_QUESTION) {
      throw fault("before " + what);
    }
    T answer = call.get();
    if (way == Line.LOSES_THE_ANSWER) {
      throw fault("after " + what);
    }
    return answer;
  }

  private Fault fault(String where) {
    faults.merge(where, 1, Integer::sum);
    return new Fault(where);
  }

  @Override
  public void recover(Instant now) {
    disk.recover(now);
  }

  @Override
  public void takeOver(Instant now) {
    disk.takeOver(now);
  }

  @Override
  public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
    return at("reconcile", () -> disk.reconcile(held, now));
  }

  @Override
  public List<Claim> claim(List<Room> room, Instant now) {
    List<Claim> claims = at("look", () -> disk.claim(room, now));
    if (!claims.isEmpty() && !calm && line.apply("claim") != Line.GOOD) {
      throw fault("after claim");
    }
    return claims;
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    return at("intend", () -> disk.intend(claim, draft, now));
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    return at(
        "commit of " + transition.getClass().getSimpleName(),
        () -> disk.commit(claim, transition, now));
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return at("nextDue", () -> disk.nextDue(after));
  }

  @Override
  public Set<JobId> cancelled() {
    return at("cancelled", disk::cancelled);
  }

  @Override
  public boolean alone(Claim claim) {
    return at("alone", () -> disk.alone(claim));
  }

  @Override
  public void bringForward(Duration by, Instant now) {
    at(
        "bringForward",
        () -> {
          disk.bringForward(by, now);
          return now;
        });
  }

  @Override
  public int promote(Instant before, Instant now) {
    return at("promote", () -> disk.promote(before, now));
  }

  /// What the database's driver would throw.
  public static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    Fault(String where) {
      super("a fault " + where, null, false, false);
    }
  }
}
