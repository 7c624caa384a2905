package app.photoplay.chat.telegram;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// A call that did not bring a result, with everything that the caller decides by. Its message
/// never holds the token.
final class CallFailed extends Exception {

  private static final long serialVersionUID = 1;

  /// OkHttp has no type for a call that it was given after its threads had ended.
  private static final String OKHTTP_IS_CLOSED = "executor rejected";

  private static final Pattern TOKEN_IN_URL = Pattern.compile("/bot[^/\\s]+");

  /// The platform's `error_code`, 0 when there was no readable answer.
  final int code;

  /// The platform's description, lower case, may be empty.
  final String description;

  private final String message;

  CallFailed(Throwable cause) {
    super(cause);
    message = redacted(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    code = cause instanceof Answers.Refusal refusal ? refusal.code : 0;
    description = cause instanceof Answers.Refusal refusal ? refusal.description : "";
  }

  /// Takes the token out of anything that may quote a URL.
  static String redacted(String text) {
    return TOKEN_IN_URL.matcher(text).replaceAll("/bot***");
  }

  @Override
  public String getMessage() {
    return message;
  }

  boolean says(String part) {
    return description.contains(part);
  }

  /// The token is unknown (401), or does not even look like one to the server (404).
  boolean wrongToken() {
    return code == 401 || code == 404;
  }

  /// The pause that a 429 asks for.
  Optional<Duration> retryAfter() {
    return getCause() instanceof Answers.Refusal refusal ? refusal.retryAfter : Optional.empty();
  }

  /// The supergroup that a group was turned into.
  Optional<String> migratedTo() {
    return getCause() instanceof Answers.Refusal refusal ? refusal.migratedTo : Optional.empty();
  }

  /// The library refused the call before it was sent.
  boolean invalid() {
    return getCause() instanceof TelegramApiValidationException;
  }

  /// No connection came about, or we are closing down, so nothing was sent.
  boolean notSent() {
    return getCause() instanceof SentMark.NotSent
        || (getCause() instanceof InterruptedIOException && message.equals(OKHTTP_IS_CLOSED));
  }

  /// The call was accepted, but the library could not read the answer.
  boolean unreadable() {
    return code == 0 && !invalid() && !(getCause() instanceof IOException);
  }
}
