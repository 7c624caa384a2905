package app.photoplay.testkit;

/// A refusal in the words of the Bot API.
final class TelegramError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient TelegramReply.Answer answer;

  private TelegramError(String description, TelegramReply answer) {
    super(description);
    this.answer = (TelegramReply.Answer) answer;
  }

  TelegramError(int code, String description) {
    this(description, TelegramReply.error(code, description));
  }

  static TelegramError bad(String description) {
    return new TelegramError(400, "Bad Request: " + description);
  }

  static TelegramError tooMany(int seconds) {
    return new TelegramError("Too Many Requests", TelegramReply.tooManyRequests(seconds));
  }

  static TelegramError migrated(long supergroup) {
    return new TelegramError("Bad Request: upgraded", TelegramReply.migrated(supergroup));
  }

  TelegramReply.Answer answer() {
    return answer;
  }
}
