package app.photoplay.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.upkeep.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path folder;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.in(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void letsOnlyOneProgramUseAFolder() {
    assertThatThrownBy(() -> Databases.open(folder))
        .isInstanceOfSatisfying(FolderInUse.class, e -> assertThat(e.folder()).isEqualTo(folder));
  }

  @Test
  void refusesAFolderThatIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> Databases.open(file.resolve("data")))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void saysThatTheDiskIsFullAndWorksAgainOnceThereIsRoom() {
    int pages = database.read(sql -> sql.fetchSingle("PRAGMA page_count").get(0, Integer.class));
    database.limitPages(pages);

    assertThatThrownBy(() -> record(database, "large", "x".repeat(200_000)))
        .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.full()).isTrue());
    assertThat(new SqlInboxStore(database).take(Set.of("test"))).isEmpty();

    database.limitPages(1_000_000);
    assertThat(record(database, "large", "x".repeat(200_000))).isTrue();
    assertThat(database.writable()).isTrue();
  }

  private static boolean record(Database database, String id, String payload) {
    return new SqlInboxStore(database).record("test", id, payload, NOON);
  }
}
