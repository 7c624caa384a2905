package app.photoplay.chat.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// Tells Telegram the commands in each language, only where they changed: the call is limited hard.
final class CommandList implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(CommandList.class);

  private final BotApi api;
  private final Timeouts timeouts;
  private final Map<String, List<BotCommand>> wanted;

  /// @param wanted by the two letters of their language; empty for all that have none of their own
  CommandList(BotApi api, Timeouts timeouts, Map<String, List<BotCommand>> wanted) {
    this.api = api;
    this.timeouts = timeouts;
    this.wanted = wanted;
  }

  @Override
  public void run() {
    Duration pause = timeouts.shortestPause();
    try {
      while (true) {
        try {
          register();
          return;
        } catch (CallFailed failed) {
          boolean refused = failed.code >= 400 && failed.code < 500 && failed.code != 429;
          log.atWarn()
              .addKeyValue("platform", UpdateTranslator.PLATFORM)
              .addKeyValue("error", failed.getMessage())
              .log(
                  refused
                      ? "the commands were refused: people do not see them listed"
                      : "the commands could not be registered, it is tried again");
          if (refused) {
            return;
          }
          Thread.sleep(failed.retryAfter().orElse(pause));
          pause = shorter(pause.multipliedBy(2), timeouts.longestPause());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void register() throws CallFailed, InterruptedException {
    for (Map.Entry<String, List<BotCommand>> list : wanted.entrySet()) {
      register(list.getKey(), list.getValue());
    }
  }

  private void register(String language, List<BotCommand> commands)
      throws CallFailed, InterruptedException {
    // the library takes none, but no empty one
    @Nullable String code = language.isEmpty() ? null : language;
    var get = GetMyCommands.builder().languageCode(code).build();
    @Nullable List<BotCommand> listed = api.call(client -> client.executeAsync(get));
    if (commands.equals(listed)) {
      return;
    }
    var set = SetMyCommands.builder().commands(commands).languageCode(code).build();
    api.call(client -> client.executeAsync(set));
  }
}
