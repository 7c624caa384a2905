package app.photoplay.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.job.Audit;
import app.photoplay.database.job.FenceBreaker;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.SteppedEngine;
import app.photoplay.engine.Submission;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that stood still amid a step while another took its job over and ended it.
final class FenceTest {
  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider().quick();
  private Database database;
  private Paid paid;

  @BeforeEach
  void open() {
    database = Databases.open(folder);
    paid = new Paid(database, folder, provider, SettableTime.noon());
  }

  @AfterEach
  void close() {
    paid.close();
  }

  @Test
  void sendsAndWritesNothingAboutAJobThatIsNotItsOwnAnyMore() throws Exception {
    JobId job = standStillAmid(paid.store);

    assertThat(provider.charged()).hasSize(1);
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(paid.report(job).cost()).isEqualTo(Paid.PRICE);
    assertThat(new Audit(database).findings().unbalanced()).isZero();
  }

  @Test
  void wouldSpoilThatJobWithoutTheFenceAndTheAuditNotices() throws Exception {
    JobId job = standStillAmid(new UnfencedStore(paid.store, new FenceBreaker(database)));

    assertThat(paid.report(job).status()).isNotEqualTo(Status.MADE);
    assertThat(new Audit(database).findings().unbalanced()).isPositive();
  }

  private JobId standStillAmid(JobStore store) throws InterruptedException {
    JobId job = paid.accepted(1, Idempotency.KEY);
    SteppedEngine frozen = paid.engine(new StandingStill(store));
    frozen.runDue();
    paid.runDue();
    return job;
  }

  /// Stands still before it says what it will send.
  private final class StandingStill extends PassingStore {
    private boolean stood;

    StandingStill(JobStore store) {
      super(store);
    }

    @Override
    public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
      if (!stood) {
        stood = true;
        paid.restart();
        try {
          paid.runDue();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return super.intend(claim, draft, now);
    }
  }
}
