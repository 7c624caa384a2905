package app.photoplay.database.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.photoplay.chat.web.WebMessage;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.chat.web.WebStore;
import app.photoplay.database.Database;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.MemoryWebStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The database against the reference in memory, by random sequences of commands.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class WebStoreTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final DatabaseKind kind;
  @TempDir Path folder;
  private Supplier<Database> place;
  private Database database;
  private WebStore stored;

  WebStoreTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    place = kind.fresh(folder);
    database = place.get();
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
    database = place.get();

    WebStore again = new SqlWebStore(database);
    assertThat(again.newest("ann", Long.MAX_VALUE, 10))
        .extracting(WebMessage::id, WebMessage::seen, WebMessage::number)
        .containsExactly(tuple("u1", true, said.number()));
    assertThat(again.newest("bob", Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void countsChangesInTheOrderOfTheirCommits() throws Exception {
    List<Callable<WebMessage>> writes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String id = "m" + i % 150;
      writes.add(() -> stored.add("ann", id, true, NOON, "{}"));
    }

    Set<Long> read = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<WebMessage>> all = writes.stream().map(threads::submit).toList();
      long last = 0;
      while (last < 150) {
        for (WebMessage news : stored.changedAfter("ann", last, 500)) {
          read.add(news.change());
          last = news.change();
        }
      }
      for (Future<WebMessage> one : all) {
        one.get();
      }
    }

    assertThat(read).hasSize(150);
    assertThat(stored.newest("ann", Long.MAX_VALUE, 500))
        .extracting(WebMessage::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
  }

  /// A counter of 0 and no counter are the same.
  private static Map<String, Long> known(Map<String, Long> changes) {
    return changes.entrySet().stream()
        .filter(it -> it.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
      default ->
          List.of(
              store.changedAfter(visitor, number, 4),
              store.find(visitor, id),
              known(store.lastChanges(List.of(visitor, "v0"))));
    };
  }

  @Test
  void countsNewVisitorsOnceThoughManyComeAtTheSameTime() throws Exception {
    WebSettings.Visitors most = new WebSettings.Visitors(12, 8);
    List<Callable<WebStore.Admission>> arrivals = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String visitor = "visitor" + i / 2;
      String network = "network" + i % 4 / 2;
      arrivals.add(() -> stored.admit(visitor, network, 20_000, most));
    }

    Set<String> welcome = new HashSet<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<WebStore.Admission>> answers = people.invokeAll(arrivals);
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).get() == WebStore.Admission.WELCOME) {
          welcome.add("visitor" + i / 2);
        }
      }
    }

    assertThat(welcome).hasSize(12);
    assertThat(welcome)
        .allSatisfy(it ->
            assertThat(stored.admit(it, "elsewhere", 20_000, most))
                .isEqualTo(WebStore.Admission.WELCOME));
    assertThat(stored.admit("another", "network0", 20_000, most))
        .isEqualTo(WebStore.Admission.TOO_MANY_TODAY);
    assertThat(stored.admit("another", "network0", 20_001, most))
        .isEqualTo(WebStore.Admission.WELCOME);
  }

  @Test
  void takesSoManyOfANetworkAndThenOthers() {
    WebSettings.Visitors most = new WebSettings.Visitors(3, 1);

    assertThat(List.of("a", "b", "c"))
        .extracting(it -> stored.admit(it, "here", 1, most))
        .containsExactly(
            WebStore.Admission.WELCOME,
            WebStore.Admission.TOO_MANY_THERE,
            WebStore.Admission.TOO_MANY_THERE);
    assertThat(List.of("d", "e", "f"))
        .extracting(it -> stored.admit(it, "network of " + it, 1, most))
        .containsExactly(
            WebStore.Admission.WELCOME,
            WebStore.Admission.WELCOME,
            WebStore.Admission.TOO_MANY_TODAY);
  }
}
