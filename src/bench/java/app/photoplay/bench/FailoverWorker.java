package app.photoplay.bench;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.JobRows;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.LaneRules;
import app.photoplay.job.JobId;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Progress;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A program with nothing but the engine and its store, whose jobs never end. Says `ready` when it
/// works and `step` at the begin of each step.
///
/// Arguments: a folder for files and for SQLite, a PostgreSQL server or nothing, and how many jobs
/// it accepts at its start.
final class FailoverWorker {
  private static final InstantSource TIME = InstantSource.system();

  private FailoverWorker() {}

  static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Database database =
        arguments[1].isEmpty()
            ? Databases.open(folder)
            : Databases.open(new PostgresSettings(arguments[1], "postgres", "postgres", 4));
    Ids ids = new Ids(TIME, database.instance()::number);
    Caps caps =
        new Caps(
            new Money(2_000_000), new Money(10_000_000), new Money(50_000_000), ZoneId.of("UTC"));
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database),
            new LocalArtifactStore(folder.resolve("files"), InstantSource.system()),
            Duration.ofDays(30),
            100,
            TIME);
    Set<Integer> known = ConcurrentHashMap.newKeySet();
    SqlJobStore store = new SqlJobStore(database, caps, ids, reuse);
    JobEngine engine =
        new JobEngine(
            store,
            // one step ends in each life: one that never does would be taken for its cause of death
            new Kinds(
                List.of(
                    new Work((job, at) ->
                        known.add(job) ? new Progress.Next<>(new Work.At(at + 1)) : begun()))),
            EngineSettings.of(List.of(LaneRules.local(Lane.LIGHT, 16)), Set.of()),
            database.instance(),
            TIME,
            _ -> {});
    database.instance().start(new Heir(store, engine));
    engine.start();
    JobRows rows = new JobRows(database, caps, ids);
    AccountId account =
        new SqlAccounts(database, ids).of(new Person("bench", "1", "en", ""), TIME.instant());
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      rows.accept(account, Work.NAME, Work.request(i), TIME.instant());
    }
    engine.wake();
    IO.println("ready");
    // it ends with whoever started it
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static Progress<Work.At> begun() {
    IO.println("step");
    while (true) {
      LockSupport.park();
    }
  }

  /// Takes over what others leave, as the bot does.
  private record Heir(SqlJobStore store, JobEngine engine) implements Instance.Listener {
    @Override
    public void orphans() {
      store.takeOver(TIME.instant());
      engine.restored();
      refresh();
    }

    @Override
    public void refresh() {
      engine.refresh();
    }

    @Override
    public void changed(JobId job) {}

    @Override
    public void replaced() {
      engine.abandon();
    }
  }
}
