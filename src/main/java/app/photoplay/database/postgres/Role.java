package app.photoplay.database.postgres;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that one program does at a time. It begins and ends on a thread of its own, one after
/// another: when it is lost, another program may play it already, so its end waits for nothing that
/// this program does with the database. Played and lost by one thread.
final class Role {
  private static final Logger log = LoggerFactory.getLogger(Role.class);

  private final String name;
  private final Runnable begin;
  private final Runnable end;
  private final Queue<Runnable> due = new ArrayDeque<>();
  private boolean played;
  private boolean busy;

  Role(String name, Runnable begin, Runnable end) {
    this.name = name;
    this.begin = begin;
    this.end = end;
  }

  boolean played() {
    return played;
  }

  void play() {
    played = true;
    run(begin);
  }

  /// Ends it if it is played.
  void lose() {
    if (played) {
      played = false;
      run(end);
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
