package app.photoplay.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// The rates of Telegram's FAQ: about one message a second in a chat with short bursts, 20 a minute
/// in a group, 30 a second in all, reactions included. Whoever is over is told how long to wait.
final class TelegramRates {

  private final long second;
  private final ArrayDeque<Long> all = new ArrayDeque<>();
  private final Map<Long, ArrayDeque<Long>> chats = new HashMap<>();

  /// @param times how much shorter a second is
  TelegramRates(int times) {
    this.second = Duration.ofSeconds(1).toNanos() / times;
  }

  /// Seconds to wait, 0 when the call is within the rates.
  int refuses(long chat, long now) {
    boolean group = chat < 0;
    var own = chats.computeIfAbsent(chat, _ -> new ArrayDeque<>());
    long wait = Math.max(over(own, group ? 20 : 4, (group ? 60 : 3) * second, now), 0);
    wait = Math.max(wait, over(all, 30, second, now));
    if (wait > 0) {
      return (int) (wait / second) + 1;
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
