package app.photoplay.chat.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/// The interactions of buttons that were pressed a while ago, in memory: by them a message can be
/// replaced that nothing else reaches, and a few words be said to who pressed. Thread-safe.
final class PressTokens {
  private static final int MOST = 10_000;

  private final Cache<Long, Ref.Asked> byMessage = cache();
  private final Cache<String, Ref.Asked> byPress = cache();

  private static <K> Cache<K, Ref.Asked> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Ref.TOKENS_LIVE).build();
  }

  void remember(long message, Ref.Asked press) {
    byMessage.put(message, press);
    byPress.put(Long.toString(press.interaction()), press);
  }

  /// The last press of a button under a message.
  Optional<Ref.Asked> of(long message) {
    return Optional.ofNullable(byMessage.getIfPresent(message));
  }

  /// A press by its id.
  Optional<Ref.Asked> press(String id) {
    return Optional.ofNullable(byPress.getIfPresent(id));
  }
}
