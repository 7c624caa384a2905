package app.photoplay.testkit;

/// How the fake Bot API should answer one call instead of doing what it asks.
public sealed interface TelegramReply {

  /// This status and body; the call has no effect.
  record Answer(int status, String contentType, String body) implements TelegramReply {}

  /// No answer at all until the fake is closed.
  ///
  /// @param done whether the call takes effect all the same
  record Hang(boolean done) implements TelegramReply {}

  /// The connection is cut after the call was received.
  ///
  /// @param done whether the call takes effect all the same
  record Cut(boolean done) implements TelegramReply {}

  /// Does what the call asks, as if nothing had been scripted; lets a script skip some calls.
  record Usual() implements TelegramReply {}

  static TelegramReply usual() {
    return new Usual();
  }

  static TelegramReply error(int code, String description) {
    return json(code, description, "");
  }

  static TelegramReply tooManyRequests(int seconds) {
    return json(
        429,
        "Too Many Requests: retry after " + seconds,
        ",\"parameters\":{\"retry_after\":%d}".formatted(seconds));
  }

  /// What the front of Telegram's servers says while those behind restart.
  static TelegramReply badGateway() {
    return new Answer(
        502,
        "text/html",
        "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>");
  }

  static TelegramReply forbidden() {
    return error(403, "Forbidden: bot was blocked by the user");
  }

  static TelegramReply migrated(long supergroup) {
    return json(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        ",\"parameters\":{\"migrate_to_chat_id\":%d}".formatted(supergroup));
  }

  static TelegramReply hangs() {
    return new Hang(false);
  }

  static TelegramReply doesItAndHangs() {
    return new Hang(true);
  }

  static TelegramReply cutsTheConnection() {
    return new Cut(false);
  }

  static TelegramReply doesItAndCutsTheConnection() {
    return new Cut(true);
  }

  private static TelegramReply json(int code, String description, String more) {
    return new Answer(
        code,
        "application/json",
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
            .formatted(code, description, more));
  }
}
