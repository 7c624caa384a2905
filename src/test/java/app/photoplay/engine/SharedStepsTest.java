package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.Codec;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Priority;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.testkit.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two engines on one PostgreSQL with a line of jobs of three steps: the second follows at once,
/// the third waits for room in a lane that both share.
class SharedStepsTest {
  private static final int JOBS = 3000;
  private static final int PEOPLE = 50;
  private static final Lane SHARED = new Lane("shared");
  private static final InstantSource TIME = InstantSource.system();
  private static final Caps CAPS =
      new Caps(new Money(1), new Money(1), new Money(1), ZoneId.of("UTC"));

  @TempDir private Path folder;

  /// Who did each step, by job and step.
  private final Map<String, List<String>> done = new ConcurrentHashMap<>();

  private final CountDownLatch thirds = new CountDownLatch(JOBS);

  @Test
  @Tag("proof")
  void doEachStepOfThreeThousandJobsOnce() throws Exception {
    PostgresSettings server = PostgresServer.database();

    try (Program first = new Program("first", server);
        Program second = new Program("second", server)) {
      first.orders();
      first.engine.start();
      second.engine.start();
      assertThat(thirds.await(2, TimeUnit.MINUTES)).as("all third steps").isTrue();
      first.engine.stop(Duration.ofSeconds(5));
      second.engine.stop(Duration.ofSeconds(5));

      assertThat(new SqlJobReader(first.database).open()).isZero();
    }

    assertThat(done).hasSize(JOBS * 3);
    assertThat(done.values()).allSatisfy(by -> assertThat(by).hasSize(1));
    assertThat(done.values().stream().filter(List.of("first")::equals).count())
        .isBetween(JOBS / 2L, JOBS * 5L / 2);
  }

  /// A program with nothing but engine and desk.
  private final class Program implements AutoCloseable {
    private final Database database;
    private final Ids ids;
    private final JobEngine engine;

    private Program(String name, PostgresSettings server) {
      database = Databases.open(server);
      ids = new Ids(TIME, database.instance()::number);
      ReuseCache reuse =
          new ReuseCache(
              new SqlReuseStore(database),
              new LocalArtifactStore(folder.resolve(name), InstantSource.system()),
              Duration.ofDays(30),
              100,
              TIME);
      engine =
          new JobEngine(
              new SqlJobStore(database, CAPS, ids, reuse),
              new Kinds(List.of(new ThreeSteps(name))),
              EngineSettings.of(
                  List.of(
                      LaneRules.local(Lane.LIGHT, 32),
                      new LaneRules(SHARED, 32, 32, true, Optional.empty())),
                  Set.of()),
              database.instance(),
              TIME,
              _ -> {});
      database.instance().start(new Looking(engine));
    }

    private void orders() {
      DeskStore desk = new SqlDeskStore(database, CAPS, ids);
      SqlAccounts accounts = new SqlAccounts(database, ids);
      try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
        for (int person = 0; person < PEOPLE; person++) {
          String name = Integer.toString(person);
          people.execute(() -> {
            AccountId account = accounts.of(new Person("test", name, "en", ""), TIME.instant());
            for (int i = 0; i < JOBS / PEOPLE; i++) {
              order(desk, account, new Wish(name + "-" + i));
            }
          });
        }
      }
    }

    private void order(DeskStore desk, AccountId account, Wish wish) {
      String request = ThreeSteps.WISHES.encode(wish);
      Conversation chat = new Conversation("test", Long.toString(account.value()), "", false);
      desk.place(
          new DeskStore.NewJob(
              account,
              wish.kind(),
              request,
              Fingerprint.of(account, wish.kind(), request),
              new JobKind.Plan<>(new Quote(List.of()), ""),
              Optional.empty(),
              List.of(),
              new OrderTrigger(new MessageRef(chat, wish.name()), "", "", "en"),
              Optional.empty(),
              Priority.NORMAL,
              JOBS,
              JOBS),
          TIME.instant());
    }

    @Override
    public void close() {
      database.close();
    }
  }

  private record Wish(String name) implements JobRequest {
    @Override
    public String kind() {
      return "three";
    }
  }

  private record At(int step) {}

  private final class ThreeSteps implements JobKind<Wish, At> {
    private static final Codec<Wish> WISHES = Codec.json(Wish.class);
    private static final Codec<At> STATES = Codec.json(At.class);
    private final String by;

    private ThreeSteps(String by) {
      this.by = by;
    }

    @Override
    public String name() {
      return "three";
    }

    @Override
    public Codec<Wish> requests() {
      return WISHES;
    }

    @Override
    public Codec<At> states() {
      return STATES;
    }

    @Override
    public Class<Wish> requestType() {
      return Wish.class;
    }

    @Override
    public Plan<At> plan(Wish request) {
      return new Plan<>(new Quote(List.of()), new At(1));
    }

    @Override
    public Progress<At> advance(Wish request, At state, Turn turn) {
      done.merge(
          request.name() + " " + state.step(),
          List.of(by),
          (before, now) -> {
            List<String> both = new ArrayList<>(before);
            both.addAll(now);
            return both;
          });
      return switch (state.step()) {
        case 1 -> new Progress.Next<>(new At(2));
        case 2 -> new Progress.Queue<>(new At(3), SHARED);
        default -> {
          thirds.countDown();
          yield new Progress.Done<>(List.of(), Money.ZERO);
        }
      };
    }
  }

  /// Looks for work that the other has left.
  private record Looking(JobEngine engine) implements Instance.Listener {
    @Override
    public void orphans() {}

    @Override
    public void refresh() {
      engine.refresh();
    }

    @Override
    public void changed(JobId job) {}

    @Override
    public void replaced() {}
  }
}
