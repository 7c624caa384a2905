package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.JobId;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// `-Dsimulation.seeds=10000` looks longer, `-Dsimulation.first=4711` from another seed on.
class SimulationTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("app.photoplay.engine");

  @BeforeAll
  static void doesNotLogTroubleThatIsMeant() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void logsAgain() {
    LOG.setLevel(null);
  }

  @Test
  void keepsItsPromisesWhateverHappens() throws Exception {
    long first = Long.getLong("simulation.first", 1);
    int seeds = Integer.getInteger("simulation.seeds", 2500);
    int crashes = 0;
    Set<String> faults = new TreeSet<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Simulation simulation = new Simulation(seed, UnaryOperator.identity());
      simulation.mustHold(seed);
      crashes += simulation.crashes();
      faults.addAll(simulation.faults().keySet());
    }
    assertThat(faults)
        .as("answers that got lost")
        .contains("after claim", "after intend", "after commit of Ready", "after commit of End")
        .contains("after commit of Submitted", "after commit of Onward", "before commit of End");
    assertThat(crashes).as("programs that ended somewhere").isGreaterThan(seeds);
  }

  @Test
  void findsAnEngineThatKeepsNoIntentLog() throws Exception {
    assertThat(complaints(Forgetful::new)).anyMatch(it -> it.startsWith("paid 2 times"));
  }

  @Test
  void findsAnEngineThatLosesResults() throws Exception {
    assertThat(complaints(Careless::new)).anyMatch(it -> it.startsWith("never ended"));
  }

  private static List<String> complaints(UnaryOperator<JobStore> broken) throws Exception {
    List<String> all = new ArrayList<>();
    for (long seed = 1; seed <= 100; seed++) {
      all.addAll(new Simulation(seed, broken).run());
    }
    return all;
  }

  /// After a crash nothing is known of what was sent.
  private record Forgetful(JobStore disk) implements Around {
    @Override
    public List<Claim> claim(List<Room> room, Instant now) {
      return disk.claim(room, now).stream().map(Forgetful::fresh).toList();
    }

    private static Claim fresh(Claim claim) {
      boolean unclear =
          claim.submission().filter(it -> it.state() == Submission.State.INTENT).isPresent();
      return unclear ? claim.onward(claim.state(), Optional.empty()) : claim;
    }
  }

  /// Now and then it takes a result for written that is not.
  private record Careless(JobStore disk) implements Around {
    @Override
    public Commit commit(Claim claim, Transition transition, Instant now) {
      if (transition instanceof Transition.End && now.getEpochSecond() % 3 == 0) {
        return Commit.WRITTEN;
      }
      return disk.commit(claim, transition, now);
    }
  }

  /// Everything as the disk does it.
  private interface Around extends JobStore {
    JobStore disk();

    @Override
    default void recover(Instant now) {
      disk().recover(now);
    }

    @Override
    default List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
      return disk().reconcile(held, now);
    }

    @Override
    default Set<JobId> cancelled() {
      return disk().cancelled();
    }

    @Override
    default boolean alone(Claim claim) {
      return disk().alone(claim);
    }

    @Override
    default void bringForward(Duration by, Instant now) {
      disk().bringForward(by, now);
    }

    @Override
    default List<Claim> claim(List<Room> room, Instant now) {
      return disk().claim(room, now);
    }

    @Override
    default Intended intend(Claim claim, Submission.Draft draft, Instant now) {
      return disk().intend(claim, draft, now);
    }

    @Override
    default Commit commit(Claim claim, Transition transition, Instant now) {
      return disk().commit(claim, transition, now);
    }

    @Override
    default Optional<Instant> nextDue(Instant after) {
      return disk().nextDue(after);
    }

    @Override
    default int promote(Instant before, Instant now) {
      return disk().promote(before, now);
    }
  }
}
