package app.photoplay.database;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void letsOnlyOneProgramUseAFolder() {
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOfSatisfying(FolderInUse.class, e -> assertThat(e.folder()).isEqualTo(folder));
  }

  @Test
  void canBeOpenedAgainAfterItWasClosed() {
    record(database, "1", "kept");

    database.close();
    database = Database.open(folder);

    assertThat(new SqlInboxStore(database).unhandled()).containsExactly("kept");
  }

  @Test
  void refusesAFolderThatIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> Database.open(file.resolve("data")))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void writesWhatManyAskForAtTheSameTime() throws Exception {
    List<Callable<Boolean>> writes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String id = String.valueOf(i);
      writes.add(() -> record(database, id, "payload"));
    }

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> written : threads.invokeAll(writes)) {
        assertThat(written.get()).isTrue();
      }
    }

    assertThat(new SqlInboxStore(database).unhandled()).hasSize(500);
  }

  @Test
  void aTransactionThatFailsTakesNoneOfItsNeighboursAlong() throws Exception {
    List<Callable<Boolean>> writes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = String.valueOf(i);
      writes.add(
          i % 3 == 0
              ? () ->
                  database.write(sql -> {
                    sql.insertInto(INBOUND_EVENT)
                        .set(INBOUND_EVENT.PLATFORM, "test")
                        .set(INBOUND_EVENT.EXTERNAL, id)
                        .set(INBOUND_EVENT.RECEIVED_MS, 0L)
                        .execute();
                    throw new IllegalArgumentException("broken on purpose");
                  })
              : () -> record(database, id, "payload"));
    }

    int failed = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> write : threads.invokeAll(writes)) {
        failed += write.state() == Future.State.FAILED ? 1 : 0;
      }
    }

    assertThat(failed).isEqualTo(20);
    assertThat(new SqlInboxStore(database).unhandled()).hasSize(40);
  }

  @Test
  void saysThatTheDiskIsFullAndWorksAgainOnceThereIsRoom() {
    int pages = database.read(sql -> sql.fetchSingle("PRAGMA page_count").get(0, Integer.class));
    database.limitPages(pages);

    assertThatThrownBy(() -> record(database, "large", "x".repeat(200_000)))
        .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.full()).isTrue());
    assertThat(new SqlInboxStore(database).unhandled()).isEmpty();

    database.limitPages(1_000_000);
    assertThat(record(database, "large", "x".repeat(200_000))).isTrue();
    assertThat(database.writable()).isTrue();
  }

  private static boolean record(Database database, String id, String payload) {
    return new SqlInboxStore(database).record("test", id, payload, NOON);
  }
}
