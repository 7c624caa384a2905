package app.photoplay.database;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.testkit.DatabaseKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class DatabaseTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final DatabaseKind kind;
  @TempDir Path folder;
  private Supplier<Database> place;
  private Database database;

  DatabaseTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    place = kind.fresh(folder);
    database = place.get();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void canBeOpenedAgainAfterItWasClosed() {
    record(database, "1", "kept");

    database.close();
    database = place.get();

    assertThat(recorded(database)).isEqualTo(1);
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

    assertThat(recorded(database)).isEqualTo(500);
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
    assertThat(recorded(database)).isEqualTo(40);
  }

  @Test
  void findsNothingAmongNothing() {
    record(database, "1", "there");

    int found =
        database.read(sql -> sql.fetchCount(INBOUND_EVENT, INBOUND_EVENT.PLATFORM.in(List.of())));

    assertThat(found).isZero();
  }

  @Test
  void twoWhoLookAndThenWriteBothSeeTheFirst() throws Exception {
    SqlAccounts accounts = new SqlAccounts(database, new Ids(() -> NOON));
    List<Callable<AccountId>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Person person = new Person("test", "p" + i / 8, "en", "");
      calls.add(() -> accounts.of(person, NOON));
    }

    Set<AccountId> found = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<AccountId> one : threads.invokeAll(calls)) {
        found.add(one.get());
      }
    }

    assertThat(found).hasSize(8);
  }

  private static int recorded(Database database) {
    return database.read(sql -> sql.fetchCount(INBOUND_EVENT));
  }

  private static boolean record(Database database, String id, String payload) {
    return new SqlInboxStore(database).record("test", id, payload, NOON);
  }
}
