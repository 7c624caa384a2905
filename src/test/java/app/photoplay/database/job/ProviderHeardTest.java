package app.photoplay.database.job;

import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.job.SqlSubmittedWork.Heard;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A provider calls, with the key of an order whose answer got lost.
class ProviderHeardTest {
  private static final String BLIND = "blind";

  @TempDir Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();
  private final SettableTime time = SettableTime.noon();

  @SuppressWarnings("NullAway.Init")
  private Paid paid;

  @SuppressWarnings("NullAway.Init")
  private JobId job;

  @AfterEach
  void close() {
    paid.close();
  }

  private void inDoubt(DatabaseKind kind) throws InterruptedException {
    paid = new Paid(kind.fresh(folder).get(), folder, provider, time);
    provider.next(TAKE_SILENTLY);
    job = paid.accepted(1, Idempotency.NONE);
    paid.runDue();
    assertThat(paid.doubts.open()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void settlesWhatIsInDoubtOnce(DatabaseKind kind) throws Exception {
    inDoubt(kind);
    String key = paid.key(job);

    assertThat(heard(BLIND, key, "op-1")).isEqualTo(new Heard.Settled());
    assertThat(paid.doubts.open()).isEmpty();
    assertThat(paid.heard)
        .anyMatch(
            it -> it.action() == Action.DECIDED && it.actor().equals(new Actor.Provider(BLIND)));
    paid.runDue();
    assertThat(heard(BLIND, key, "op-1")).isEqualTo(new Heard.Due(job));
    provider.quick();
    time.advance(Duration.ofMinutes(1));
    paid.runDue();

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(heard(BLIND, key, "op-1")).isEqualTo(new Heard.Nothing());
    assertThat(provider.charged()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void whatNamesAnotherOrderOrProviderDoesNothing(DatabaseKind kind) throws Exception {
    inDoubt(kind);
    String key = paid.key(job);

    assertThat(heard("keyed", key, "op-1")).isEqualTo(new Heard.Nothing());
    assertThat(heard(BLIND, key + "9", "op-1")).isEqualTo(new Heard.Nothing());
    assertThat(heard(BLIND, "photoplay-x", "op-1")).isEqualTo(new Heard.Nothing());
    assertThat(paid.doubts.open()).hasSize(1);
  }

  private Heard heard(String by, String key, String operation) {
    return paid.submitted.heard(by, key, operation, time.instant());
  }
}
