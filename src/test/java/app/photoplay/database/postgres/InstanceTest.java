package app.photoplay.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.job.JobId;
import app.photoplay.testkit.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One instance on a real PostgreSQL.
class InstanceTest {
  private static final long SECONDS = 20;

  private PostgresSettings server;
  private Database database;
  private final Heard heard = new Heard();

  @BeforeEach
  void open() {
    server = PostgresServer.database();
    database = Databases.open(server);
  }

  @AfterEach
  void close() {
    heard.free();
    database.close();
  }

  @Test
  void goesOnWhenSomethingElseTalksOnItsChannel() throws InterruptedException {
    List<String> payloads =
        List.of(
            "",
            " ",
            "hello",
            "{\"table\":\"job\",\"id\":5}",
            "12 x",
            "12  13",
            "12 13 ",
            "-12 13",
            "99999999999999999999 1",
            "9999999999999999999 1",
            "12\n13",
            "١٢ ١٣",
            "7e1 4",
            "12 ".repeat(2_666) + "x");
    database.instance().start(heard);

    long job = 4711;
    for (String payload : payloads) {
      notify(payload);
      notify("99999 " + ++job);

      assertThat(heard.changed.poll(SECONDS, TimeUnit.SECONDS))
          .as("after " + payload)
          .isEqualTo(new JobId(job));
      assertThat(database.instance().trouble()).as("after " + payload).isEmpty();
      assertThat(database.instance().holdsFor(Duration.ZERO)).as("after " + payload).isTrue();
    }
  }

  @Test
  void ignoresOtherChannels() throws InterruptedException {
    database.instance().start(heard);

    PostgresServer.execute(server, "notify other, '99999 1'");
    notify("99999 4711");

    assertThat(heard.changed.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo(new JobId(4711));
  }

  @Test
  void aLostRoleEndsAtOnceWhileOtherWorkWaitsForTheDatabase() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    database.instance().elect("polling", begun::countDown, ended::countDown);
    database.instance().start(heard);
    boolean played = begun.await(SECONDS, TimeUnit.SECONDS);
    heard.block();

    CutSession.of(database, database.instance().owner());

    assertThat(played).isTrue();
    assertThat(ended.await(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aRoleThatIsLostAndTakenAgainEndsBeforeItBegins() throws InterruptedException {
    BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    Semaphore slow = new Semaphore(1);
    database
        .instance()
        .elect(
            "polling",
            () -> {
              slow.acquireUninterruptibly();
              happened.add("begun");
            },
            () -> happened.add("ended"));
    database.instance().start(heard);
    String first = happened.poll(SECONDS, TimeUnit.SECONDS);

    CutSession.of(database, database.instance().owner());
    String second = happened.poll(SECONDS, TimeUnit.SECONDS);
    slow.release();
    String third = happened.poll(SECONDS, TimeUnit.SECONDS);

    assertThat(first).isEqualTo("begun");
    assertThat(second).isEqualTo("ended");
    assertThat(third).isEqualTo("begun");
  }

  @Test
  void aRoleThatDoesNotBeginWellLeavesTheInstanceAlive() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    database
        .instance()
        .elect(
            "polling",
            () -> {
              begun.countDown();
              throw new IllegalStateException("broken on purpose");
            },
            () -> {});
    database.instance().start(heard);
    boolean played = begun.await(SECONDS, TimeUnit.SECONDS);

    notify("99999 4711");

    assertThat(played).isTrue();
    assertThat(heard.changed.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo(new JobId(4711));
  }

  @Test
  void aRoleThatDoesNotBeginWellIsEndedAndTriedAgain() throws InterruptedException {
    BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    AtomicBoolean broken = new AtomicBoolean(true);
    database
        .instance()
        .elect(
            "polling",
            () -> {
              happened.add("begun");
              if (broken.getAndSet(false)) {
                throw new IllegalStateException("broken on purpose");
              }
            },
            () -> happened.add("ended"));

    database.instance().start(heard);

    assertThat(happened.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo("begun");
    assertThat(happened.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo("ended");
    assertThat(happened.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo("begun");
  }

  @Test
  void aRoleThatDoesNotBeginWellIsLeftToAnotherProgram() throws InterruptedException {
    CountDownLatch played = new CountDownLatch(1);
    database
        .instance()
        .elect(
            "polling",
            () -> {
              throw new IllegalStateException("broken on purpose");
            },
            () -> {});
    database.instance().start(heard);

    try (Database other = Databases.open(server)) {
      other.instance().elect("polling", played::countDown, () -> {});
      other.instance().start(new Heard());

      assertThat(played.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void notify(String payload) {
    PostgresServer.execute(
        server, "select count(pg_notify('photoplay', '" + payload.replace("'", "''") + "'))");
  }

  private static final class Heard implements Instance.Listener {
    private final BlockingQueue<JobId> changed = new LinkedBlockingQueue<>();
    private final CountDownLatch freed = new CountDownLatch(1);
    private final CountDownLatch blocking = new CountDownLatch(1);
    private volatile boolean blocked;

    /// Returns when a call hangs, as one does that waits for the database.
    void block() throws InterruptedException {
      blocked = true;
      assertThat(blocking.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    void free() {
      freed.countDown();
    }

    @Override
    public void orphans() {}

    @Override
    public void refresh() {
      if (blocked) {
        blocking.countDown();
        try {
          freed.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void changed(JobId job) {
      changed.add(job);
    }

    @Override
    public void replaced() {}
  }
}
