package app.photoplay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.chat.web.WebMessage;
import app.photoplay.chat.web.WebStore;
import app.photoplay.testkit.MemoryWebStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database against the reference in memory, by random sequences of commands.
class WebStoreTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path folder;
  private Database database;
  private WebStore stored;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    stored = new SqlWebStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doesWhatTheReferenceDoes(long seed) {
    WebStore reference = new MemoryWebStore();
    Random random = new Random(seed);

    for (int i = 0; i < 200; i++) {
      String visitor = "v" + random.nextInt(3);
      String id = "m" + random.nextInt(12);
      String content = "c" + random.nextInt(4);
      int command = random.nextInt(6);
      long number = random.nextInt(14);
      boolean own = random.nextBoolean();
      Object expected = run(reference, command, visitor, id, own, content, number);
      Object found = run(stored, command, visitor, id, own, content, number);
      assertThat(found).as("step %d of seed %d", i, seed).isEqualTo(expected);
    }
  }

  @Test
  void keepsEverythingOverARestart() {
    WebMessage said = stored.add("ann", "u1", true, NOON, "{}");
    stored.see("ann", "u1");

    database.close();
    database = Database.open(folder);

    WebStore again = new SqlWebStore(database);
    assertThat(again.newest("ann", Long.MAX_VALUE, 10))
        .extracting(WebMessage::id, WebMessage::seen, WebMessage::number)
        .containsExactly(tuple("u1", true, said.number()));
    assertThat(again.newest("bob", Long.MAX_VALUE, 10)).isEmpty();
  }

  private static Object run(
      WebStore store,
      int command,
      String visitor,
      String id,
      boolean own,
      String content,
      long number) {
    return switch (command) {
      case 0, 1 -> store.add(visitor, id, own, NOON, content);
      case 2 -> store.replace(visitor, id, content);
      case 3 -> store.see(visitor, id);
      case 4 -> List.of(store.newest(visitor, number, 3), store.lastChange(visitor));
      default -> List.of(store.changedAfter(visitor, number, 4), store.find(visitor, id));
    };
  }
}
