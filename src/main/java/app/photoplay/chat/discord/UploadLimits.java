package app.photoplay.chat.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.data.DataObject;

/// How large files may be where, as interactions state it: it depends on the server and on the
/// person. Thread-safe.
final class UploadLimits {
  private static final int MOST = 10_000;
  private static final String LIMIT = "attachment_size_limit";

  private final Cache<String, Long> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofDays(1)).build();

  /// Remembers what an interaction states.
  void learn(Interaction event, DataObject raw) {
    long bytes = raw.getLong(LIMIT, 0);
    if (bytes > 0) {
      known.put(Translation.conversation(event).chat(), bytes);
    }
  }

  /// In bytes; what is always allowed where nothing is known.
  long of(String chat) {
    Long bytes = known.getIfPresent(chat);
    return bytes == null ? Message.MAX_FILE_SIZE : bytes;
  }
}
