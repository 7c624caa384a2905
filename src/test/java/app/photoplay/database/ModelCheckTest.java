package app.photoplay.database;

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
  Stream<DynamicTest> storesInTheDatabaseDoWhatTheModelDoes() {
    long first = Long.getLong("model.first", 1);
    return LongStream.range(first, first + Integer.getInteger("model.seeds", 20))
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private void check(long seed) {
    Path data = folder.resolve("sqlite-" + seed);
    try (Database database = Database.open(data)) {
      new ModelCheck(database, data, seed).run(STEPS);
    }
  }
}
