package app.photoplay.database.job;

import app.photoplay.database.Database;
import app.photoplay.testkit.DatabaseKind;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `-Dmodel.seeds=500` looks longer, `-Dmodel.first=37` from another seed on.
class ModelCheckTest {
  private static final int STEPS = 150;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> storesInSqliteDoWhatTheModelDoes() {
    return checks(DatabaseKind.SQLITE, Integer.getInteger("model.seeds", 10));
  }

  @TestFactory
  Stream<DynamicTest> storesInPostgresDoWhatTheModelDoes() {
    return checks(DatabaseKind.POSTGRES, Math.max(1, Integer.getInteger("model.seeds", 10) / 5));
  }

  private Stream<DynamicTest> checks(DatabaseKind kind, int seeds) {
    long first = Long.getLong("model.first", 1);
    return LongStream.range(first, first + seeds)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(kind, seed)));
  }

  private void check(DatabaseKind kind, long seed) {
    Path data = folder.resolve(kind + "-" + seed);
    try (Database database = kind.fresh(data).get()) {
      new ModelCheck(database, data, seed).run(STEPS);
    }
  }
}
