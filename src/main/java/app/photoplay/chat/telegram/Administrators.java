package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Person;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

/// Knows who administers which chat, as Telegram says; for a minute, because people press several
/// times. Thread-safe.
final class Administrators {
  private static final Logger log = LoggerFactory.getLogger(Administrators.class);
  private static final Set<String> RIGHTS = Set.of("creator", "administrator");
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private static final int MOST = 1_000;

  private final BotApi api;
  private final Cache<Asked, Boolean> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

  Administrators(BotApi api) {
    this.api = api;
  }

  private record Asked(String chat, String person) {}

  /// Whether that person administers that chat; not when Telegram does not say so, which it does
  /// not of channels that the bot is not in.
  boolean are(Person person, String chat) throws InterruptedException {
    Asked asked = new Asked(chat, person.id());
    Boolean before = known.getIfPresent(asked);
    if (before != null) {
      return before;
    }
    try {
      var question = GetChatMember.builder().chatId(chat).userId(Long.valueOf(person.id())).build();
      boolean may = RIGHTS.contains(api.call(client -> client.executeAsync(question)).getStatus());
      known.put(asked, may);
      return may;
    } catch (CallFailed e) {
      log.atInfo()
          .addKeyValue("platform", UpdateTranslator.PLATFORM)
          .log("who administers a chat is not known: {}", e.getMessage());
      return false;
    }
  }
}
