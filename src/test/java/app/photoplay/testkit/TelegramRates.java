package app.photoplay.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// The rates of Telegram's FAQ: about one message a second in a chat with short bursts, 20 a minute
/// in a group, 30 a second in all. Whoever is over is told how long to wait.
final class TelegramRates {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ArrayDeque<Long> all = new ArrayDeque<>();
  private final Map<Long, ArrayDeque<Long>> chats = new HashMap<>();

  /// Seconds to wait, 0 when the call is within the rates.
  int refuses(long chat, long now) {
    boolean group = chat < 0;
    var own = chats.computeIfAbsent(chat, _ -> new ArrayDeque<>());
    long wait = Math.max(over(own, group ? 20 : 4, (group ? 60 : 3) * SECOND, now), 0);
    wait = Math.max(wait, over(all, 30, SECOND, now));
    if (wait > 0) {
      return (int) (wait / SECOND) + 1;
    }
    own.addLast(now);
    all.addLast(now);
    return 0;
  }

  private static long over(ArrayDeque<Long> times, int most, long span, long now) {
    while (!times.isEmpty() && now - times.getFirst() >= span) {
      times.removeFirst();
    }
    return times.size() < most ? 0 : times.getFirst() + span - now;
  }
}
