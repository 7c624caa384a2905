package app.photoplay.chat.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// Tells Telegram the commands, only when they changed: the call is limited hard.
final class CommandList implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(CommandList.class);

  private final BotApi api;
  private final Timeouts timeouts;
  private final List<BotCommand> wanted;

  CommandList(BotApi api, Timeouts timeouts, List<BotCommand> wanted) {
    this.api = api;
    this.timeouts = timeouts;
    this.wanted = List.copyOf(wanted);
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
    @Nullable List<BotCommand> listed =
        api.call(client -> client.executeAsync(new GetMyCommands()));
    if (wanted.equals(listed)) {
      return;
    }
    var set = SetMyCommands.builder().commands(wanted).build();
    api.call(client -> client.executeAsync(set));
  }
}
