package app.photoplay.database;

import app.photoplay.testkit.PostgresServer;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What every store is tested on.
enum Both {
  SQLITE {
    @Override
    Supplier<Database> fresh(Path folder) {
      return () -> Database.open(folder);
    }
  },
  POSTGRES {
    @Override
    Supplier<Database> fresh(Path folder) {
      PostgresSettings server = PostgresServer.database();
      return () -> Database.open(server);
    }
  };

  /// An empty database; opening it once more finds what was written.
  abstract Supplier<Database> fresh(Path folder);
}
