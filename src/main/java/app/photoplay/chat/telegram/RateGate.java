package app.photoplay.chat.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Keeps what we send below Telegram's rates: about one message a second in a chat, 20 a minute in
/// a group, 30 a second in all; edits count as well.
///
/// Progress may only use part of each, so that a result or an answer always finds room. The numbers
/// are those of Telegram's FAQ with a margin; the exact ones are secret, which is why a 429 closes
/// the chat for the time it asks for.
final class RateGate {

  private static final Duration MINUTE = Duration.ofSeconds(61);
  private static final int FORGET_EVERY = 256;

  private final LongSupplier nanos;
  private final Window all = new Window(25, 20, Duration.ofSeconds(1));
  private final Map<String, Chat> chats = new HashMap<>();
  private int calls;

  /// @param nanos a clock like [System#nanoTime()]
  RateGate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Takes a place for one call, or tells how long to wait before asking again.
  ///
  /// @return zero when the call may go now
  synchronized Duration take(String chat, boolean group, boolean progress) {
    long now = nanos.getAsLong();
    if (++calls % FORGET_EVERY == 0) {
      chats.values().removeIf(each -> each.idle(now));
    }
    Chat own = chats.computeIfAbsent(chat, _ -> new Chat(now));
    long wait = Math.max(own.pausedUntil - now, own.second.untilFree(now, progress));
    wait = Math.max(wait, group ? own.minute.untilFree(now, progress) : 0);
    wait = Math.max(wait, all.untilFree(now, progress));
    if (wait > 0) {
      return Duration.ofNanos(wait);
    }
    own.second.add(now);
    own.minute.add(now);
    all.add(now);
    return Duration.ZERO;
  }

  /// Closes a chat because Telegram asked for it.
  synchronized void pause(String chat, Duration duration) {
    long now = nanos.getAsLong();
    chats.computeIfAbsent(chat, _ -> new Chat(now)).pausedUntil = now + duration.toNanos();
  }

  private static final class Chat {
    final Window second = new Window(3, 2, Duration.ofSeconds(3));
    final Window minute = new Window(20, 15, MINUTE);
    long pausedUntil;

    Chat(long now) {
      pausedUntil = now;
    }

    boolean idle(long now) {
      return pausedUntil - now <= 0 && minute.empty(now);
    }
  }

  /// At most so many calls in any stretch of time.
  private static final class Window {
    private final int most;
    private final int mostProgress;
    private final long span;
    private final ArrayDeque<Long> times = new ArrayDeque<>();

    Window(int most, int mostProgress, Duration span) {
      this.most = most;
      this.mostProgress = mostProgress;
      this.span = span.toNanos();
    }

    /// Nanoseconds until a call fits, 0 or less when it does now.
    long untilFree(long now, boolean progress) {
      forget(now);
      int over = times.size() - (progress ? mostProgress : most);
      if (over < 0) {
        return 0;
      }
      // the call fits once the oldest `over + 1` have left the window
      return times.stream().skip(over).findFirst().orElse(now) + span - now;
    }

    void add(long now) {
      times.addLast(now);
      if (times.size() > most) {
        times.removeFirst();
      }
    }

    boolean empty(long now) {
      forget(now);
      return times.isEmpty();
    }

    private void forget(long now) {
      while (!times.isEmpty() && now - times.getFirst() >= span) {
        times.removeFirst();
      }
    }
  }
}
