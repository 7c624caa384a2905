package app.photoplay.testkit;

import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.job.JobId;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What every store is tested on.
public enum DatabaseKind {
  SQLITE {
    @Override
    public Supplier<Database> fresh(Path folder) {
      return () -> Databases.open(folder);
    }
  },
  POSTGRES {
    @Override
    public Supplier<Database> fresh(Path folder) {
      PostgresSettings server = PostgresServer.database();
      return () -> opened(server);
    }
  };

  /// Does not care for other programs.
  public static final Instance.Listener ALONE =
      new Instance.Listener() {
        @Override
        public void orphans() {}

        @Override
        public void refresh() {}

        @Override
        public void changed(JobId job) {}

        @Override
        public void replaced() {}
      };

  /// One program on a server.
  public static Database opened(PostgresSettings server) {
    Database database = Databases.open(server);
    database.instance().start(ALONE);
    return database;
  }

  /// An empty database; opening it once more finds what was written.
  public abstract Supplier<Database> fresh(Path folder);
}
