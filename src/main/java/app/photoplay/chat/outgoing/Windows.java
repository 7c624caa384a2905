package app.photoplay.chat.outgoing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The calls of the last while, against the [Rates]. Times are those of one clock in nanoseconds,
/// which may overflow. Not thread-safe.
final class Windows {
  private static final int FORGET_EVERY = 256;

  /// Two places that are closed within this time were closed for the sake of the whole.
  private static final long AT_ONE_TIME = Duration.ofSeconds(2).toNanos();

  private final Rates rates;
  private final Calls all;
  private final Map<String, Calls> places = new HashMap<>();
  private String lastPaused = "";
  private long lastPausedAt;
  private int takes;

  Windows(Rates rates) {
    this.rates = rates;
    this.all = new Calls(rates.all());
  }

  /// Nanoseconds until a call fits wherever it goes, 0 or less when one does now.
  long untilAnyFree(long now) {
    return all.untilFree(now, false);
  }

  /// Takes a place for one call.
  ///
  /// @return 0 or less when the call may go, else nanoseconds to wait
  long take(String place, boolean group, long now) {
    return take(place, group, false, now);
  }

  /// The same, leaving room for what is more important.
  long takeSpare(String place, boolean group, long now) {
    return take(place, group, true, now);
  }

  /// Nanoseconds that each waiting call takes, as long as many wait.
  long pace() {
    Rates.Window first = rates.all().getFirst();
    return first.span().toNanos() / first.most();
  }

  void pause(String place, boolean group, Duration duration, long now) {
    boolean everywhere =
        !lastPaused.isEmpty() && !lastPaused.equals(place) && now - lastPausedAt < AT_ONE_TIME;
    lastPaused = place;
    lastPausedAt = now;
    calls(place, group).pause(now + duration.toNanos(), now);
    if (everywhere) {
      all.pause(now + duration.toNanos(), now);
    }
  }

  private long take(String place, boolean group, boolean spare, long now) {
    if (++takes % FORGET_EVERY == 0) {
      places.values().removeIf(each -> each.idle(now));
    }
    Calls own = calls(place, group);
    long wait = Math.max(own.untilFree(now, spare), all.untilFree(now, spare));
    if (wait <= 0) {
      own.add(now);
      all.add(now);
    }
    return wait;
  }

  private Calls calls(String place, boolean group) {
    return places.computeIfAbsent(place, _ -> new Calls(group ? rates.group() : rates.direct()));
  }

  /// The calls of one place, or of all.
  private static final class Calls {
    private final List<Rates.Window> windows;
    private final ArrayDeque<Long> times = new ArrayDeque<>();
    private final int most;
    private final long longest;
    private long closedUntil;
    private boolean closed;

    Calls(List<Rates.Window> windows) {
      this.windows = windows;
      this.most = windows.stream().mapToInt(Rates.Window::most).max().orElse(0);
      this.longest = windows.stream().mapToLong(each -> each.span().toNanos()).max().orElse(0);
    }

    long untilFree(long now, boolean spare) {
      forget(now);
      long wait = closed ? closedUntil - now : 0;
      for (Rates.Window window : windows) {
        int room = spare ? window.spare() : window.most();
        if (room == 0) {
          return Math.max(wait, window.span().toNanos());
        }
        if (times.size() >= room) {
          // it fits once the one that many calls ago has left the window
          long before = times.stream().skip(times.size() - room).findFirst().orElse(now);
          wait = Math.max(wait, before + window.span().toNanos() - now);
        }
      }
      return wait;
    }

    void add(long now) {
      times.addLast(now);
      if (times.size() > most) {
        times.removeFirst();
      }
    }

    /// Never shorter than it is closed already.
    void pause(long until, long now) {
      closedUntil = closed && closedUntil - now > until - now ? closedUntil : until;
      closed = true;
    }

    boolean idle(long now) {
      forget(now);
      return !closed && times.isEmpty();
    }

    private void forget(long now) {
      closed = closed && closedUntil - now > 0;
      while (!times.isEmpty() && now - times.getFirst() >= longest) {
        times.removeFirst();
      }
    }
  }
}
