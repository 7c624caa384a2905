package app.photoplay.database.sqlite;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static app.photoplay.database.generated.Tables.SPENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A full SQLite file rolls the whole transaction back by itself, and whatever is said next would
/// be written at once, by itself: half a booking.
class FullDatabaseTest {
  private static final int MANY = 200;

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
  void writesBothHalvesOfWhatItAcknowledgesAndNoneOfWhatItRefuses() throws Exception {
    leaveRoom(40);

    List<Future<Integer>> done = together();

    List<Integer> written = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      if (done.get(i).state() == Future.State.SUCCESS) {
        written.add(i);
      }
    }
    assertThat(written).hasSizeLessThan(MANY);
    assertThat(firstHalves()).isEqualTo(names(written));
    assertThat(secondHalves()).isEqualTo(names(written));
  }

  @Test
  void aBodyThatGoesOnAfterTheDiskWasFullWritesNothing() {
    leaveRoom(3);

    assertThatThrownBy(() ->
            database.write(sql -> {
              try {
                first(sql, "large", 100_000);
              } catch (RuntimeException e) {
                // what no body may do: SQLite has rolled back, this would be written by itself
              }
              return second(sql, "large");
            }))
        .isInstanceOf(RuntimeException.class);

    database.limitPages(1_000_000);
    assertThat(firstHalves()).isEmpty();
    assertThat(secondHalves()).isEmpty();
    assertThat(database.<Integer>write(sql -> second(sql, "later"))).isEqualTo(1);
  }

  @Test
  void worksAgainOnceThereIsRoom() throws Exception {
    leaveRoom(5);
    together();

    database.limitPages(1_000_000);

    assertThat(together()).allMatch(it -> it.state() == Future.State.SUCCESS);
    assertThat(firstHalves()).hasSize(MANY).isEqualTo(secondHalves());
  }

  private void leaveRoom(int pages) {
    int used = database.read(sql -> sql.fetchSingle("PRAGMA page_count").get(0, Integer.class));
    database.limitPages(used + pages);
  }

  private List<Future<Integer>> together() throws InterruptedException {
    List<Callable<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String id = name(i);
      writes.add(() -> database.write(sql -> first(sql, id, 3_000) + second(sql, id)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      return threads.invokeAll(writes);
    }
  }

  private static int first(DSLContext sql, String id, int bytes) {
    return sql.insertInto(INBOUND_EVENT)
        .set(INBOUND_EVENT.PLATFORM, "test")
        .set(INBOUND_EVENT.EXTERNAL, id)
        .set(INBOUND_EVENT.RECEIVED_MS, 0L)
        .set(INBOUND_EVENT.PAYLOAD, "x".repeat(bytes))
        .onConflictDoNothing()
        .execute();
  }

  private static int second(DSLContext sql, String id) {
    return sql.insertInto(SPENDING)
        .set(SPENDING.SCOPE, id)
        .set(SPENDING.DAY, "2026-06-15")
        .set(SPENDING.MICRO_USD, 1L)
        .onConflictDoNothing()
        .execute();
  }

  private List<String> firstHalves() {
    return database.read(sql ->
        sql.select(INBOUND_EVENT.EXTERNAL)
            .from(INBOUND_EVENT)
            .orderBy(INBOUND_EVENT.EXTERNAL)
            .fetch(INBOUND_EVENT.EXTERNAL));
  }

  private List<String> secondHalves() {
    return database.read(sql ->
        sql.select(SPENDING.SCOPE).from(SPENDING).orderBy(SPENDING.SCOPE).fetch(SPENDING.SCOPE));
  }

  private static List<String> names(List<Integer> numbers) {
    return numbers.stream().map(FullDatabaseTest::name).toList();
  }

  private static String name(int number) {
    return String.format("n%04d", number);
  }
}
