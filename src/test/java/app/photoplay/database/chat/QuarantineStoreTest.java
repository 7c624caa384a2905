package app.photoplay.database.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.command.inbox.QuarantineStore.Kept;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.sqlite.FullDisk;
import app.photoplay.database.upkeep.DatabaseCheck;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.testkit.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuarantineStoreTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void keepsEachUpdateOnceWhateverIsInIt(DatabaseKind kind) {
    try (Database database = kind.fresh(folder).get()) {
      var store = new SqlQuarantineStore(database);
      assertThat(store.kept()).isEmpty();

      store.put(rejected("a\0b\ud83dc\u0001\ud83d\ude00"), NOON);
      store.put(rejected("a\0b\ud83dc\u0001\ud83d\ude00"), NOON.plusSeconds(9));
      store.put(rejected("x".repeat(1 << 20)), NOON.plusSeconds(5));

      assertThat(store.kept()).hasValue(new Kept(2, NOON.plusSeconds(5)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgetsTheOldestWhenThereAreTooManyAndWhatIsOld(DatabaseKind kind) {
    try (Database database = kind.fresh(folder).get()) {
      var store = new SqlQuarantineStore(database);

      for (int i = 0; i < SqlQuarantineStore.MOST + 3; i++) {
        store.put(rejected("update " + i), NOON.plusMillis(i));
      }

      assertThat(store.kept().orElseThrow().updates()).isEqualTo(SqlQuarantineStore.MOST);
      store.forget(NOON.plusMillis(SqlQuarantineStore.MOST + 2));
      assertThat(store.kept().orElseThrow().updates()).isEqualTo(1);
      store.forget(NOON.plus(Duration.ofDays(1)));
      assertThat(store.kept()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsContentThatIsNeverTakenFromADatabaseThatIsAway(DatabaseKind kind) {
    Database database = kind.fresh(folder).get();
    var inbox = new SqlInboxStore(database);
    try (database) {
      // SQLite takes it
      if (kind == DatabaseKind.POSTGRES) {
        DatabaseException refusal = failure(inbox, noise(20_000));
        assertThat(refusal.refused()).isTrue();
        assertThat(refusal.full()).isFalse();
      }
      assertThat(inbox.record("test", "later", "{}", NOON)).isTrue();
    }
  }

  @Test
  void tellsAFullDiskFromBoth() {
    try (Database database = Databases.open(folder)) {
      FullDisk.fill(database);

      var failure = failure(new SqlInboxStore(database), "x".repeat(9000));

      assertThat(failure.full()).isTrue();
      assertThat(failure.refused()).isFalse();
    }
  }

  @Test
  void isCountedByTheDoctor() {
    var place = new DatabasePlace.Folder(folder);
    assertThat(DatabaseCheck.putAside(place)).isEmpty();
    try (Database database = Databases.open(folder)) {
      assertThat(DatabaseCheck.putAside(place)).isEmpty();

      new SqlQuarantineStore(database).put(rejected("odd"), NOON);

      assertThat(DatabaseCheck.putAside(place)).hasValue(new Kept(1, NOON));
    }
  }

  private static DatabaseException failure(SqlInboxStore inbox, String id) {
    return catchThrowableOfType(
        DatabaseException.class, () -> inbox.record("test", id, "{}", NOON));
  }

  /// Text that no index can compress.
  private static String noise(int characters) {
    var random = new Random(1);
    return random
        .ints(characters, '!', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static RejectedUpdate rejected(String raw) {
    return new RejectedUpdate("test", raw, raw.length(), "test");
  }
}
