package app.photoplay.chat.telegram;

import app.photoplay.chat.CommandInfo;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// Tells Telegram the commands, only when they changed: the call is limited hard.
final class CommandList implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(CommandList.class);
  private static final int TRIES = 8;

  private final BotApi api;
  private final Patience patience;
  private final List<CommandInfo> wanted;

  CommandList(BotApi api, Patience patience, List<CommandInfo> wanted) {
    this.api = api;
    this.patience = patience;
    this.wanted = List.copyOf(wanted);
  }

  @Override
  public void run() {
    Duration pause = patience.shortestPause();
    try {
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        try {
          register();
          return;
        } catch (CallFailed failed) {
          log.atWarn()
              .addKeyValue("platform", UpdateTranslator.PLATFORM)
              .addKeyValue("attempt", attempt)
              .addKeyValue("error", failed.getMessage())
              .log("the commands could not be registered");
          Thread.sleep(failed.retryAfter().orElse(pause));
          pause = pause.multipliedBy(2);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void register() throws CallFailed, InterruptedException {
    List<CommandInfo> known =
        api.call(client -> client.executeAsync(new GetMyCommands())).stream()
            .map(command -> new CommandInfo(command.getCommand(), command.getDescription()))
            .toList();
    if (known.equals(wanted)) {
      return;
    }
    List<BotCommand> commands =
        wanted.stream()
            .map(command -> new BotCommand(command.name(), command.description()))
            .toList();
    var set = SetMyCommands.builder().commands(commands).build();
    api.call(client -> client.executeAsync(set));
  }
}
