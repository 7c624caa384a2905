package app.photoplay.command.inbox;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.update.ChatUpdate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Remembers for a while what messages said, so that an edit that changes nothing of it is known
/// for one: platforms report such, for a preview of a link perhaps. After a restart all edits
/// count. Thread-safe.
final class Said {
  private static final int MOST = 10_000;
  private static final Duration WHILE = Duration.ofDays(2);

  private final Cache<MessageRef, Integer> messages =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(WHILE).build();

  /// Whether this is no edit that changes nothing.
  boolean isNew(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.ButtonPress _, ChatUpdate.Joined _ -> true;
      case ChatUpdate.CommandCall call -> {
        messages.put(call.message(), content(call));
        yield true;
      }
      case ChatUpdate.PlainMessage message -> {
        messages.put(message.message(), content(message));
        yield true;
      }
      case ChatUpdate.AlbumItem item -> isNew(item.now());
      case ChatUpdate.Edited edited -> {
        Integer now = content(edited.now());
        Integer before = messages.asMap().put(edited.message(), now);
        yield !now.equals(before);
      }
    };
  }

  /// The same for what says the same; nobody can tell the words from it.
  private static int content(ChatUpdate update) {
    return switch (update) {
      case ChatUpdate.CommandCall call ->
          Objects.hash(call.command(), call.words(), call.options(), files(call.attachments()));
      case ChatUpdate.PlainMessage message ->
          Objects.hash(message.words(), message.options(), files(message.attachments()));
      case ChatUpdate.Edited _,
          ChatUpdate.AlbumItem _,
          ChatUpdate.ButtonPress _,
          ChatUpdate.Joined _ ->
          0;
    };
  }

  private static List<String> files(List<Attachment> attachments) {
    return attachments.stream().map(it -> it.kind() + it.name() + it.bytes()).toList();
  }
}
