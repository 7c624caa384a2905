package app.photoplay.testkit.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Discord's rates: five calls of a kind in five seconds and place, and fifty a second in all.
/// Guarded by the state's lock.
final class Limits {
  private static final long SECOND = 1_000_000_000L;
  private static final int IN_ALL = 50;
  private static final int AT_ONCE = 5;

  private static final class Window {
    long start;
    int used;
  }

  private final Map<String, Window> windows = new HashMap<>();
  private final Window all = new Window();

  /// 0 switches the rates off; otherwise a second is so many times shorter.
  int faster = 1;

  /// Takes one call.
  ///
  /// @param place what the rate is kept for, which is a channel or the token of a webhook
  /// @param bot whether the call counts for the bot as a whole
  /// @return headers that say how much is left
  Map<String, String> take(String kind, String place, boolean bot) {
    if (faster == 0) {
      return Map.of();
    }
    long now = System.nanoTime();
    long second = SECOND / faster;
    if (bot && !fits(all, now, second, IN_ALL)) {
      throw new DiscordError("429 globally", DiscordReply.tooManyGlobally(left(all, now, second)));
    }
    Window window = windows.computeIfAbsent(kind + place, _ -> new Window());
    boolean fits = fits(window, now, 5 * second, AT_ONCE);
    double wait = left(window, now, 5 * second);
    Map<String, String> headers = headers(kind, window, wait);
    if (!fits) {
      throw new DiscordError("429", DiscordReply.tooMany(wait)).with(headers);
    }
    return headers;
  }

  private static boolean fits(Window window, long now, long length, int most) {
    if (window.used == 0 || now - window.start >= length) {
      window.start = now;
      window.used = 0;
    }
    if (window.used == most) {
      return false;
    }
    window.used++;
    return true;
  }

  private static double left(Window window, long now, long length) {
    return Math.max(1, (window.start + length - now) / 1_000_000) / 1000.0;
  }

  private static Map<String, String> headers(String kind, Window window, double wait) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-RateLimit-Limit", Integer.toString(AT_ONCE));
    headers.put("X-RateLimit-Remaining", Integer.toString(AT_ONCE - window.used));
    headers.put("X-RateLimit-Reset-After", Double.toString(wait));
    headers.put("X-RateLimit-Reset", "%.3f".formatted(System.currentTimeMillis() / 1000.0 + wait));
    headers.put("X-RateLimit-Bucket", Cdn.sha256(kind.getBytes(UTF_8)).substring(0, 32));
    return headers;
  }
}
