package app.photoplay.database.postgres;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that one program does at a time. It begins and ends on a thread of its own, one after
/// another: when it is lost, another program may play it already, so its end waits for nothing that
/// this program does with the database. What does not begin well is ended and given up, and after a
/// rest, in which another program may take it, tried again. Played, lost and given up by one
/// thread.
final class Role {
  private static final Logger log = LoggerFactory.getLogger(Role.class);

  private static final long REST_NANOS = Duration.ofSeconds(3).toNanos();

  private final String name;
  private final Runnable begin;
  private final Runnable end;
  private final Queue<Runnable> due = new ArrayDeque<>();
  private boolean played;
  private boolean resting;
  private long rested;
  private boolean busy;
  private volatile boolean failed;

  /// Of the role's own thread.
  private boolean begun;

  Role(String name, Runnable begin, Runnable end) {
    this.name = name;
    this.begin = begin;
    this.end = end;
  }

  /// Whether it should be taken.
  ///
  /// @param now in nanoseconds of no particular origin
  boolean wanted(long now) {
    return !played && (!resting || now - rested >= 0);
  }

  void play() {
    played = true;
    resting = false;
    run(this::begin);
  }

  /// Gives up what did not begin well; false when there is no reason to. It has ended then.
  boolean giveUp(long now) {
    if (!played || !failed) {
      return false;
    }
    played = false;
    resting = true;
    rested = now + REST_NANOS;
    run(this::end); // it may have been played once more meanwhile
    return true;
  }

  /// Ends it if it is played.
  void lose() {
    if (played) {
      played = false;
      run(this::end);
    }
  }

  private void begin() {
    begun = true;
    failed = false;
    try {
      begin.run();
    } catch (RuntimeException e) {
      try {
        end();
      } finally {
        failed = true;
      }
      throw e;
    }
  }

  private void end() {
    if (begun) {
      begun = false;
      end.run();
    }
  }

  private synchronized void run(Runnable what) {
    due.add(what);
    if (!busy) {
      busy = true;
      Thread.ofPlatform().name("role-" + name).daemon(true).start(this::work);
    }
  }

  private void work() {
    for (Runnable next = next(); next != null; next = next()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        log.atError().addKeyValue("role", name).setCause(e).log("a role did not begin or end well");
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = due.poll();
    busy = next != null;
    return next;
  }
}
