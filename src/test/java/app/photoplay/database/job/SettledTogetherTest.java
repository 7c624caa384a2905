package app.photoplay.database.job;

import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.PostgresSettings;
import app.photoplay.intake.UnresolvedSubmissions.Decision;
import app.photoplay.intake.UnresolvedSubmissions.Settled;
import app.photoplay.job.JobId;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.PostgresServer;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two programs on one PostgreSQL take decisions of the operator at the same moment.
class SettledTogetherTest {
  private static final Decision THERE = new Decision.There("op-1");

  @TempDir Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();
  private final SettableTime time = SettableTime.noon();
  private final PostgresSettings server = PostgresServer.database();
  private Paid one;
  private Paid other;

  @BeforeEach
  void open() {
    one = paid();
    other = paid();
  }

  private Paid paid() {
    return new Paid(DatabaseKind.opened(server), folder, provider, time);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void anOperationIsThatOfOneSubmission() throws Exception {
    provider.next(TAKE_SILENTLY, TAKE_SILENTLY);
    JobId first = one.accepted(1, Idempotency.NONE);
    JobId second = one.accepted(2, Idempotency.NONE);
    one.runDue();

    assertThat(together(one.key(first), one.key(second)))
        .containsExactlyInAnyOrder(Settled.DONE, Settled.OPERATION_TAKEN);
  }

  @Test
  void aSubmissionIsSettledOnce() throws Exception {
    provider.next(TAKE_SILENTLY);
    JobId job = one.accepted(1, Idempotency.NONE);
    one.runDue();

    assertThat(together(one.key(job), one.key(job)))
        .containsExactlyInAnyOrder(Settled.DONE, Settled.NOT_IN_DOUBT);
  }

  /// Both have looked before either can write.
  private Settled[] together(String first, String second) throws SQLException {
    CompletableFuture<Settled> here;
    CompletableFuture<Settled> there;
    try (Connection holder =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table submission in exclusive mode");
      here = CompletableFuture.supplyAsync(() -> settle(one, first));
      there = CompletableFuture.supplyAsync(() -> settle(other, second));
      while (waiting() < 2) {
        Thread.onSpinWait();
      }
      holder.rollback();
    }
    return new Settled[] {here.join(), there.join()};
  }

  private long waiting() {
    return PostgresServer.execute(
            server,
            "select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                + " where not l.granted and a.datname = current_database()")
        .getFirst();
  }

  private Settled settle(Paid program, String key) {
    return program.doubts.settle(Paid.OPERATOR, key, THERE, time.instant());
  }
}
