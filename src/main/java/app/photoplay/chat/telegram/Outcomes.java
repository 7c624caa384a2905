package app.photoplay.chat.telegram;

import app.photoplay.chat.SendOutcome;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// What Telegram's answers mean for the sender.
final class Outcomes {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofMinutes(1);

  private Outcomes() {}

  /// @param answer a message, or `true` where Telegram has none to give
  static SendOutcome sent(String id, Serializable answer) {
    return new SendOutcome.Sent(
        id, answer instanceof Message message ? video(message) : Optional.empty());
  }

  /// A clip without sound may come back as an animation or a document.
  private static Optional<String> video(Message message) {
    if (message.getVideo() != null) {
      return Optional.of(message.getVideo().getFileId());
    }
    if (message.getAnimation() != null) {
      return Optional.of(message.getAnimation().getFileId());
    }
    return Optional.ofNullable(message.getDocument()).map(document -> document.getFileId());
  }

  /// A send that may have arrived is left in doubt: repeating it could show it twice.
  static SendOutcome ofSend(CallFailed failed) {
    return doubtful(failed) ? new SendOutcome.Unsure(failed, failed.code != 0) : certain(failed);
  }

  /// An edit that may have arrived can be repeated: at worst it changes nothing. One that was
  /// accepted is not, whatever the answer says.
  static SendOutcome ofEdit(String message, CallFailed failed) {
    if (failed.unreadable()) {
      return new SendOutcome.Sent(message, Optional.empty());
    }
    return doubtful(failed) ? new SendOutcome.Later(SOON) : certain(failed);
  }

  private static boolean doubtful(CallFailed failed) {
    return !failed.invalid() && !failed.notSent() && (failed.code == 0 || failed.code >= 500);
  }

  private static SendOutcome certain(CallFailed failed) {
    if (failed.notSent()) {
      return new SendOutcome.Later(SOON);
    }
    return switch (failed.code) {
      case 429 -> new SendOutcome.Later(failed.retryAfter().orElse(SOON));
      case 403 -> new SendOutcome.ConversationGone();
      // the token is dead; nothing can be sent until somebody mends it
      case 401, 404 -> new SendOutcome.Later(LONG);
      case 400 -> ofBadRequest(failed);
      default -> new SendOutcome.Rejected(failed.getMessage());
    };
  }

  private static SendOutcome ofBadRequest(CallFailed failed) {
    if (failed.says("message to edit not found")
        || failed.says("message can't be edited")
        || failed.says("message_id_invalid")) {
      return new SendOutcome.MessageGone();
    }
    if (failed.says("chat not found")
        || failed.says("peer_id_invalid")
        || failed.says("user not found")
        || failed.says("thread not found")
        || failed.says("topic_closed")
        || failed.says("topic_deleted")
        || failed.says("chat_write_forbidden")
        || failed.says("not enough rights")
        || failed.says("have no rights")) {
      return new SendOutcome.ConversationGone();
    }
    return new SendOutcome.Rejected(failed.description);
  }
}
