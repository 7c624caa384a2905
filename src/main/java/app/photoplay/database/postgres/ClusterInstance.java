package app.photoplay.database.postgres;

import app.photoplay.database.DatabaseException;
import app.photoplay.database.Instance;
import app.photoplay.database.PostgresSettings;
import app.photoplay.job.JobId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of the programs on a PostgreSQL database. One thread keeps a session whose lock says that
/// this program lives, reports each 2 seconds, watches the others' locks, and listens.
///
/// When the session is lost the right to everything ends at once. If nobody has taken over until it
/// is back, all goes on under the same name; else under a new one.
final class ClusterInstance implements Instance {
  private static final Logger log = LoggerFactory.getLogger(ClusterInstance.class);

  static final Duration LEASE = Duration.ofSeconds(12);

  /// The part of a lease that is used: the rest is for messages under way and for differing clocks.
  private static final long RIGHT_NANOS = LEASE.multipliedBy(6).dividedBy(10).toNanos();

  private static final long BEAT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int LISTEN_MILLIS = 250;
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long ORPHANS_NANOS = Duration.ofSeconds(10).toNanos();

  /// After a lost session the others may just be about to come back too, as when the server was
  /// restarted.
  private static final long GRACE_NANOS = Duration.ofSeconds(3).toNanos();

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final String LOST =
      "The connection to the database is lost, so nothing is taken or sent.";
  private static final String DEAD =
      "This program cannot show the others any more that it lives, so nothing is taken or sent."
          + " Start it again.";

  private final PostgresSettings server;
  private final InstanceEvents told = new InstanceEvents();
  private final Map<String, Role> roles = new ConcurrentHashMap<>();
  private final Set<Long> hints = ConcurrentHashMap.newKeySet();
  private final CountDownLatch joined = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("instance").daemon(true).unstarted(this::live);

  private volatile long id;
  private volatile long right = Long.MIN_VALUE;
  private volatile boolean lives;
  private volatile boolean dead;
  private volatile boolean stopping;
  private volatile int peers;
  private volatile boolean nudged;
  private long beaten;
  private long looked;
  private long searched;
  private long watchFrom = Long.MIN_VALUE;

  ClusterInstance(PostgresSettings server) {
    this.server = server;
  }

  @Override
  public String owner() {
    return Long.toString(id);
  }

  @Override
  public int number() {
    return (int) (id & 255);
  }

  @Override
  public boolean holdsFor(Duration time) {
    return lives && System.nanoTime() + time.toNanos() - right < 0;
  }

  @Override
  public String trouble() {
    if (dead) {
      return DEAD;
    }
    return holdsFor(Duration.ZERO) ? "" : LOST;
  }

  @Override
  public void start(Listener listener) {
    told.start(listener);
    thread.start();
    try {
      if (!joined.await(10, TimeUnit.SECONDS)) {
        throw new DatabaseException("the database does not let this program in", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    stopping = true;
    thread.interrupt();
    try {
      if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
        log.warn("the instance could not take its leave");
      }
      told.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void elect(String role, Runnable begin, Runnable end) {
    roles.put(role, new Role(role, begin, end));
  }

  @Override
  public void changed(JobId job) {
    if (peers > 0) {
      hints.add(job.value());
    }
  }

  @Override
  public void notifyOthers() {
    nudged = true;
  }

  private void live() {
    try {
      while (!stopping) {
        try (InstanceSession session =
            new InstanceSession(PostgresDatabase.connect(server, "5"), LEASE.toMillis())) {
          enter(session);
          while (!stopping) {
            round(session);
          }
          session.leave(id);
        } catch (SQLException e) {
          lose(e);
        } catch (RuntimeException e) {
          log.atError().setCause(e).log("the instance's own thread goes on after a fault");
          lose(e);
        }
      }
    } finally {
      lives = false;
      if (!stopping) {
        // An error that nothing survives, such as too little memory.
        dead = true;
        log.error(DEAD);
        roles.values().forEach(Role::lose);
      }
    }
  }

  private void enter(InstanceSession session) throws SQLException {
    long start = System.nanoTime();
    if (id == 0) {
      id = session.join();
    } else if (session.lock(id) && session.beat(id)) {
      watchFrom = start + GRACE_NANOS;
    } else {
      id = session.join();
      watchFrom = start + GRACE_NANOS;
      told.replaced();
      log.warn("the others took over what this instance worked on; it is a new one now");
    }
    alive(start);
    log.atInfo().addKeyValue("instance", id).log("joined");
    told.orphans();
    joined.countDown();
  }

  private void alive(long start) {
    beaten = start;
    right = start + RIGHT_NANOS;
    lives = true;
  }

  private void round(InstanceSession session) throws SQLException {
    for (String text : session.heard(LISTEN_MILLIS)) {
      told.heard(text, id);
    }
    long now = System.nanoTime();
    if (now - beaten >= BEAT_NANOS) {
      if (!session.beat(id)) {
        throw new SQLException("the others gave this instance up for dead");
      }
      alive(now);
      peers = session.peers(id);
    }
    if (watchFrom == Long.MIN_VALUE || now - watchFrom >= 0) {
      watch(session);
    }
    say(session);
    if (now - looked >= LOOK_NANOS) {
      looked = now;
      play(session, now);
      told.refresh();
    }
    if (now - searched >= ORPHANS_NANOS) {
      searched = now;
      told.orphans();
    }
  }

  private void play(InstanceSession session, long now) throws SQLException {
    for (Map.Entry<String, Role> entry : roles.entrySet()) {
      Role role = entry.getValue();
      if (role.giveUp(now)) {
        session.give(entry.getKey());
      } else if (role.wanted(now) && session.take(entry.getKey())) {
        role.play();
      }
    }
  }

  private void watch(InstanceSession session) throws SQLException {
    for (InstanceSession.Dead one : session.dead(id)) {
      if (session.removeDead(one)) {
        log.atWarn()
            .addKeyValue("instance", one.id())
            .addKeyValue("late", one.late())
            .log("another instance is dead; its work is taken over");
        told.orphans();
      }
    }
  }

  private void say(InstanceSession session) throws SQLException {
    if (peers == 0 || (!nudged && hints.isEmpty())) {
      return;
    }
    nudged = false;
    List<Long> jobs = List.copyOf(hints);
    jobs.forEach(hints::remove);
    for (String text : InstanceEvents.texts(id, jobs)) {
      session.tell(text);
    }
  }

  private void lose(Exception cause) {
    lives = false;
    if (stopping) {
      return;
    }
    log.atWarn().addKeyValue("error", cause.getMessage()).log(LOST);
    roles.values().forEach(Role::lose);
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      log.atTrace().log("stopped while the database was away");
    }
  }
}
