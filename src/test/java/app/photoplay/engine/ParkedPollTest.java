package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chaos.PaidProvider;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A job that waits for its next look at a provider, in the engine with its threads.
@Timeout(120)
final class ParkedPollTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();
  private final BlockingQueue<String> looks = new LinkedBlockingQueue<>();
  private final BlockingQueue<JobId> changes = new LinkedBlockingQueue<>();
  private final AtomicBoolean failing = new AtomicBoolean();
  private Paid paid;
  private final List<JobEngine> engines = new ArrayList<>();
  private JobEngine engine;
  private JobId job;

  @BeforeEach
  void park() throws Exception {
    paid = new Paid(folder, provider, SettableTime.noon());
    job = paid.accepted(1, Idempotency.KEY);
    engine = next();
    assertThat(looks.take()).isEqualTo("op-1");
  }

  @AfterEach
  void close() throws Exception {
    for (JobEngine each : engines) {
      each.stop(Duration.ZERO);
    }
    paid.close();
  }

  private JobEngine next() {
    JobEngine next = paid.threaded(new Watched(), changes::add);
    engines.add(next);
    next.start();
    return next;
  }

  @Test
  void isStoppedAtItsProviderAtOnceWhenItIsCancelled() throws Exception {
    paid.cancel(1, job);
    engine.interrupt(List.of(job));

    while (paid.report(job).status() != Status.CANCELLED) {
      changes.take();
    }
    assertThat(provider.cancelled()).containsExactly("op-1");
  }

  @Test
  void doesNotHoldUpAStop() throws Exception {
    engine.stop(LONG);

    assertThat(paid.report(job).status()).isEqualTo(Status.READY);
    assertThat(engine.active()).isZero();
    assertThat(looks).as("looks for the stop's sake").isEmpty();
    assertThat(paid.store.nextDue(paid.time.instant()))
        .contains(paid.time.instant().plusSeconds(15));
  }

  @Test
  void isForgottenWithoutALookWhenOthersHaveTakenItOver() throws Exception {
    engine.abandon();
    while (engine.active() > 0) {
      changes.poll(20, TimeUnit.MILLISECONDS);
    }

    assertThat(looks).isEmpty();
  }

  @Test
  void waitsAsLongAsItSaysAfterALookThatFailed() throws Exception {
    engine.stop(LONG);
    failing.set(true);
    paid.time.advance(Duration.ofSeconds(15));
    JobEngine next = next();
    assertThat(looks.take()).isEqualTo("op-1");
    while (paid.report(job).status() != Status.READY) {
      changes.poll(20, TimeUnit.MILLISECONDS);
    }
    paid.time.advance(Duration.ofSeconds(1));
    next.wake();

    assertThat(looks.take()).isEqualTo("op-1");
    next.stop(LONG);
    assertThat(looks).as("looks before it was time").isEmpty();
  }

  @Test
  void isLookedAtByTheNextProgramWhenItIsTime() throws Exception {
    engine.stop(LONG);
    provider.quick();
    provider.finish("op-1");
    paid.time.advance(Duration.ofSeconds(15));

    JobEngine next = next();
    while (paid.report(job).status() != Status.MADE) {
      changes.take();
    }
    next.stop(LONG);
    assertThat(provider.charged()).hasSize(1);
  }

  private final class Watched implements PaidProvider {
    @Override
    public Sent submit(String key, PaidRequest request) {
      return provider.submit(key, request);
    }

    @Override
    public Found find(String key) {
      return provider.find(key);
    }

    @Override
    public boolean done(String operation) {
      looks.add(operation);
      if (failing.getAndSet(false)) {
        throw new IllegalStateException("no answer");
      }
      return provider.done(operation);
    }

    @Override
    public boolean cancel(String operation) {
      return provider.cancel(operation);
    }
  }
}
