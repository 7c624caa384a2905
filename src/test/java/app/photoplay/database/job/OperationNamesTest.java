package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.intake.UnresolvedSubmissions.Decision;
import app.photoplay.intake.UnresolvedSubmissions.Settled;
import app.photoplay.job.JobId;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Adapters write work down as JSON that begins with its name; a person only knows the name.
class OperationNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void workIsThatOfOneSubmissionHoweverItIsWrittenDown(DatabaseKind kind) throws Exception {
    ScriptedProvider provider = new ScriptedProvider();
    SettableTime time = SettableTime.noon();
    Database database = kind.fresh(folder).get();
    try (Paid paid = new Paid(database, folder, provider, time)) {
      JobId known = paid.accepted(1, Idempotency.NONE);
      paid.runDue();
      writtenByAnAdapter(database, known, "op-1");
      provider.next(TAKE_SILENTLY);
      JobId doubtful = paid.accepted(2, Idempotency.NONE);
      paid.runDue();
      String key = paid.key(doubtful);

      Settled taken =
          paid.doubts.settle(Paid.OPERATOR, key, new Decision.There("op-1"), time.instant());
      Settled own =
          paid.doubts.settle(Paid.OPERATOR, key, new Decision.There("op-2"), time.instant());

      assertThat(taken).isEqualTo(Settled.OPERATION_TAKEN);
      assertThat(own).isEqualTo(Settled.DONE);
    }
  }

  private static void writtenByAnAdapter(Database database, JobId job, String name) {
    String operation = "{\"id\":\"" + name + "\",\"since\":1,\"more\":{}}";
    int written =
        database.write(sql ->
            sql.update(SUBMISSION)
                .set(SUBMISSION.OPERATION, operation)
                .where(SUBMISSION.JOB.eq(job.value()), SUBMISSION.OPERATION.eq(name))
                .execute());
    assertThat(written).isEqualTo(1);
  }
}
