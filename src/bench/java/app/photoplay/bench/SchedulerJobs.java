package app.photoplay.bench;

import app.photoplay.database.PostgresSettings;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// db-scheduler with the same durability: one row a job, written when scheduled, changed when
/// picked, deleted when it is done.
final class SchedulerJobs implements DurableJobs.Runner {
  private static final InstantSource TIME = InstantSource.system();
  private static final int CONNECTIONS = Integer.getInteger("bench.connections", 4);
  private static final int THREADS = Integer.getInteger("bench.threads", 16);

  private final HikariDataSource pool;
  private final Scheduler scheduler;
  private final OneTimeTask<Void> task;

  private SchedulerJobs(HikariDataSource pool, UnaryOperator<SchedulerBuilder> polling) {
    this.pool = pool;
    task = Tasks.oneTime("nothing").execute((_, _) -> {});
    scheduler =
        polling
            .apply(Scheduler.create(pool, task))
            .threads(THREADS)
            .pollingInterval(Duration.ofMillis(250))
            .enableImmediateExecution()
            .shutdownMaxWait(Duration.ofSeconds(1))
            .build();
    scheduler.start();
  }

  static SchedulerJobs onSqlite(Path folder) {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
    settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    settings.setBusyTimeout(10_000);
    settings.setCacheSize(-16_000);
    SQLiteDataSource file = new SQLiteDataSource(settings);
    file.setUrl("jdbc:sqlite:" + folder.resolve("scheduler.db"));
    HikariConfig pooling = new HikariConfig();
    pooling.setDataSource(file);
    pooling.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource pool = new HikariDataSource(pooling);
    createTable(pool, "timestamp", "blob");
    return new SchedulerJobs(pool, it -> it.pollUsingFetch(1.0, 6.0));
  }

  /// With the way of fetching that its documentation advises for much to do.
  static SchedulerJobs onPostgres(PostgresSettings server) {
    HikariConfig pooling = new HikariConfig();
    pooling.setJdbcUrl(server.url());
    pooling.setUsername(server.user());
    pooling.setPassword(server.password());
    pooling.setMaximumPoolSize(16);
    HikariDataSource pool = new HikariDataSource(pooling);
    createTable(pool, "timestamp with time zone", "bytea");
    return new SchedulerJobs(pool, it -> it.pollUsingLockAndFetch(1.0, 4.0));
  }

  private static void createTable(HikariDataSource pool, String time, String bytes) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table scheduled_tasks (
            task_name text not null,
            task_instance text not null,
            task_data %s,
            execution_time %s not null,
            picked boolean not null,
            picked_by text,
            last_success %s,
            last_failure %s,
            consecutive_failures int,
            last_heartbeat %s,
            version bigint not null,
            priority smallint,
            primary key (task_name, task_instance))
          """
              .formatted(bytes, time, time, time, time));
      statement.execute("create index execution_time_idx on scheduled_tasks (execution_time)");
      statement.execute("create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void accept(int number) {
    scheduler.schedule(task.instance(Integer.toString(number)), TIME.instant());
  }

  /// Called after the last was accepted, so an empty table means that all have ended.
  @Override
  public void awaitEnded(int count) throws InterruptedException {
    while (left() > 0) {
      Thread.sleep(2);
    }
  }

  private int left() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from scheduled_tasks")) {
      return result.next() ? result.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    scheduler.stop();
    pool.close();
  }
}
