package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chaos.PaidKind;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.PassingProvider;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A provider's adapter that does not keep its word about how long it takes.
@Timeout(120)
final class SlowProviderTest {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider().quick();
  private final CountDownLatch answers = new CountDownLatch(1);
  private Paid paid;

  @BeforeEach
  void open() {
    paid = new Paid(folder, provider, SettableTime.noon());
  }

  @AfterEach
  void close() {
    answers.countDown();
    paid.close();
  }

  @Test
  void whoDoesNotAnswerInTimeHasNoClearOutcome() throws Exception {
    JobId job = paid.accepted(1, Idempotency.NONE);

    engine(new Stubborn(true)).runDue();

    assertThat(paid.report(job).asking()).isTrue();
  }

  @Test
  void whatMayStillBeSentIsNotSentOnceMore() throws Exception {
    JobId job = paid.accepted(1, Idempotency.LOOKUP);
    SteppedEngine engine = engine(new Stubborn(false));

    for (int i = 0; i < 60; i++) {
      engine.runDue();
      paid.time.advance(Duration.ofSeconds(1));
    }
    Status meanwhile = paid.report(job).status();
    answers.countDown();
    while (paid.report(job).status() != Status.MADE) {
      engine.runDue();
      paid.time.advance(Duration.ofSeconds(1));
    }

    assertThat(meanwhile).isEqualTo(Status.READY);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void whoDoesNotAnswerAQuestionIsAskedAgain() throws Exception {
    provider.next(ScriptedProvider.Next.TAKE_SILENTLY);
    JobId job = paid.accepted(1, Idempotency.LOOKUP);
    SteppedEngine engine = engine(new Mute());

    while (paid.report(job).status() != Status.MADE) {
      engine.runDue();
      paid.time.advance(Duration.ofSeconds(1));
    }

    assertThat(provider.charged()).hasSize(1);
  }

  private SteppedEngine engine(PassingProvider slow) {
    List<LaneRules> lanes =
        List.of(
            LaneRules.local(Lane.LIGHT, 10),
            Paid.roomy(Idempotency.NONE),
            Paid.roomy(Idempotency.LOOKUP));
    return new SteppedEngine(
        paid.store,
        new Kinds(List.of(new PaidKind(slow, PATIENCE, Duration.ofSeconds(15)))),
        EngineSettings.of(lanes, Set.of()),
        Lease.ENDLESS,
        paid.time);
  }

  /// Sends when nobody waits for it any more, and hears no interruption.
  private final class Stubborn extends PassingProvider {
    private final boolean hears;

    private Stubborn(boolean hears) {
      super(provider);
      this.hears = hears;
    }

    @Override
    public Sent submit(String key, PaidRequest request) throws InterruptedException {
      boolean waits = true;
      while (waits) {
        try {
          answers.await();
          waits = false;
        } catch (InterruptedException e) {
          if (hears) {
            throw e;
          }
        }
      }
      return super.submit(key, request);
    }
  }

  /// Does not answer the first question.
  private final class Mute extends PassingProvider {
    private boolean asked;

    private Mute() {
      super(provider);
    }

    @Override
    public Found find(String key) throws InterruptedException {
      if (!asked) {
        asked = true;
        answers.await();
      }
      return super.find(key);
    }
  }
}
