package app.photoplay.chat.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/// Whether the token works, for the doctor.
public sealed interface TelegramCheck {

  /// The token is good.
  ///
  /// @param username of the bot, without the `@`
  record Works(String username) implements TelegramCheck {}

  /// Telegram does not know this token.
  record WrongToken() implements TelegramCheck {}

  /// No answer, or none that makes sense.
  record Unreachable(String reason) implements TelegramCheck {}

  /// Asks the server once, for at most 10 seconds.
  static TelegramCheck run(TelegramSettings settings) throws InterruptedException {
    var timeouts = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    var api = new BotApi(settings, timeouts);
    try {
      @Nullable User us = api.call(client -> client.executeAsync(new GetMe()));
      return us == null || us.getUserName() == null
          ? new Unreachable("the answer names no bot")
          : new Works(us.getUserName());
    } catch (CallFailed failed) {
      return failed.wrongToken() ? new WrongToken() : new Unreachable(failed.getMessage());
    } finally {
      api.close();
    }
  }
}
