package app.photoplay.bench;

import app.photoplay.database.PostgresSettings;
import app.photoplay.testkit.PostgresServer;
import java.io.IOException;

/// [DurableJobs] on a real PostgreSQL with `fsync` and `synchronous_commit` on, both on the same
/// server, in turns.
final class PostgresJobs {
  private static final int ROUNDS = 5;
  private static final int JOBS = 4000;

  private PostgresJobs() {}

  static void main() throws IOException, InterruptedException {
    Samples rows = new Samples();
    Samples desk = new Samples();
    Samples scheduler = new Samples();
    Samples ratios = new Samples();
    for (int round = -1; round < ROUNDS; round++) {
      double own = DurableJobs.perSecond(it -> OwnJobs.rowsOnly(fresh(), it), JOBS);
      double placed = DurableJobs.perSecond(it -> OwnJobs.throughTheDesk(fresh(), it), JOBS);
      double other = DurableJobs.perSecond(_ -> SchedulerJobs.onPostgres(fresh()), JOBS);
      System.err.printf("round %d: %.0f, %.0f, %.0f%n", round, own, placed, other);
      if (round >= 0) {
        rows.add(own);
        desk.add(placed);
        scheduler.add(other);
        ratios.add(own / other);
      }
    }
    Row.of("PostgreSQL: durable jobs a second, the job's row only", rows.text(0, "/s")).print();
    Row.of("PostgreSQL: the same through the desk", desk.text(0, "/s")).print();
    Row.of("PostgreSQL: the same in db-scheduler 16.12.0", scheduler.text(0, "/s")).print();
    Row.of(
            "PostgreSQL: durable jobs beside db-scheduler",
            ">= 1x",
            ratios.text(2, "x"),
            ratios.median() >= 1)
        .print();
  }

  private static PostgresSettings fresh() {
    return PostgresServer.database();
  }
}
