package app.photoplay.chat.discord;

import app.photoplay.chat.SendOutcome;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/// What Discord's answers mean for the sender.
final class Outcomes {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(1);

  private Outcomes() {}

  /// It does not go this way; another way perhaps.
  static boolean elsewhere(Throwable failure) {
    return noAccess(failure)
        || tokenDead(failure)
        || messageGone(failure)
        // the person's messages are closed; too many follow-ups
        || code(failure) == 50007
        || code(failure) == 40094;
  }

  /// Who may not read what was said may not reply to it.
  static boolean replyForbidden(Throwable failure) {
    return code(failure) == 160002
        || (failure instanceof InsufficientPermissionException lacking
            && lacking.getPermission() == Permission.MESSAGE_HISTORY);
  }

  /// What it says is forbidden where it was to be said.
  static boolean wordsForbidden(Throwable failure) {
    return code(failure) == 200000 || code(failure) == 240000;
  }

  /// The bot cannot write there; elsewhere perhaps.
  private static boolean noAccess(Throwable failure) {
    return failure instanceof InsufficientPermissionException
        || (failure instanceof NoSuchPlace place && place.sure)
        || switch (code(failure)) {
          // unknown channel, guild, message thread; access, permission; archived or locked thread
          case 10003, 10004, 50001, 50013, 50083, 160005, 50278 -> true;
          default -> false;
        };
  }

  /// The token of an interaction is not known any more.
  static boolean tokenDead(Throwable failure) {
    return switch (code(failure)) {
      case 10062, 10015, 50027 -> true;
      default -> false;
    };
  }

  /// The message is not there any more.
  static boolean messageGone(Throwable failure) {
    return code(failure) == 10008;
  }

  /// What became of a message when there is no other way to it.
  ///
  /// @param repeatable whether to do it again would change nothing
  static SendOutcome of(Throwable failure, boolean repeatable) {
    if (noAccess(failure)) {
      return new SendOutcome.ConversationGone();
    }
    if (failure instanceof RateLimitedException limited) {
      return new SendOutcome.Later(Duration.ofMillis(limited.getRetryAfter()));
    }
    if (failure instanceof IllegalArgumentException) {
      return new SendOutcome.Rejected("it cannot be written as a message");
    }
    if (!(failure instanceof ErrorResponseException answer)) {
      boolean silent = failure instanceof TimeoutException;
      return repeatable ? new SendOutcome.Later(SOON) : new SendOutcome.Unsure(failure, !silent);
    }
    return switch (answer.getErrorCode()) {
      case 10008 -> new SendOutcome.MessageGone();
      case 50007 -> new SendOutcome.ConversationGone();
      // edits of old messages, slow mode, write limit
      case 30046, 20016, 20028 -> new SendOutcome.Later(A_WHILE);
      case 0 -> ofStatus(answer, repeatable);
      default ->
          answer.isServerError()
              ? ofStatus(answer, repeatable)
              : new SendOutcome.Rejected(answer.getErrorCode() + " " + answer.getMeaning());
    };
  }

  private static SendOutcome ofStatus(ErrorResponseException answer, boolean repeatable) {
    int status = answer.getResponse().code;
    if (status == 401) {
      // the token is dead; nothing can be sent until somebody mends it
      return new SendOutcome.Later(LONG);
    }
    if (status == 413) {
      return new SendOutcome.Rejected("the video is larger than the platform takes");
    }
    if (status >= 400 && status < 500) {
      return new SendOutcome.Rejected(status + " " + answer.getMeaning());
    }
    return repeatable ? new SendOutcome.Later(SOON) : new SendOutcome.Unsure(answer, status > 0);
  }

  private static int code(Throwable failure) {
    return failure instanceof ErrorResponseException answer ? answer.getErrorCode() : -1;
  }

  /// A channel that this program does not see.
  static final class NoSuchPlace extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean sure;

    /// @param sure whether it will not be seen in a while either
    NoSuchPlace(boolean sure) {
      super("no such channel, or not ours to see");
      this.sure = sure;
    }
  }
}
