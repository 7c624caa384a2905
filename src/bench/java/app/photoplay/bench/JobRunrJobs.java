package app.photoplay.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// JobRunr with the same durability on SQLite: one row a job, written when enqueued, changed when
/// picked and when it has succeeded. It polls each 5 s, its least on a SQL database.
final class JobRunrJobs implements DurableJobs.Runner {
  private static final Duration POLL = Duration.ofSeconds(5);

  private final StorageProvider storage;
  private final BackgroundJobServer server;
  private final JobRequestScheduler scheduler;

  JobRunrJobs(Path folder) {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
    settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    settings.setBusyTimeout(60_000);
    SQLiteDataSource file = new SQLiteDataSource(settings);
    file.setUrl("jdbc:sqlite:" + folder.resolve("jobrunr.db"));
    storage = SqlStorageProviderFactory.using(file);
    var result =
        JobRunr.configure()
            .useJsonMapper(new JacksonJsonMapper())
            .useStorageProvider(storage)
            .useBackgroundJobServer(
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                    .andWorkerCount(16)
                    .andPollInterval(POLL))
            .initialize();
    server = result.getBackgroundJobServer();
    scheduler = result.getJobRequestScheduler();
  }

  /// Nothing to do.
  public record Nothing(int number) implements JobRequest {
    @Override
    public Class<Doing> getJobRequestHandler() {
      return Doing.class;
    }
  }

  /// Does nothing.
  public static final class Doing implements JobRequestHandler<Nothing> {
    @Override
    public void run(Nothing request) {}
  }

  @Override
  public void accept(int number) {
    scheduler.enqueue(new Nothing(number));
  }

  @Override
  public void awaitEnded(int count) throws InterruptedException {
    while (storage.countJobs(StateName.SUCCEEDED) < count) {
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    server.stop();
    storage.close();
  }
}
