package app.photoplay.chat.discord;

import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Discord the commands, only when they changed: everywhere, or in named servers, where they
/// are there at once.
final class Registration {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);

  private final List<CommandData> wanted;
  private final List<Long> guilds;

  /// @param guilds in which alone; everywhere when there are none
  Registration(List<CommandData> wanted, List<Long> guilds) {
    this.wanted = List.copyOf(wanted);
    this.guilds = List.copyOf(guilds);
  }

  /// With the client of a shard that is ready; returns at once.
  void begin(JDA client) {
    if (guilds.isEmpty() && client.getShardInfo().getShardId() == 0) {
      register(client.retrieveCommands(true), client.updateCommands());
    }
    for (long id : guilds) {
      Guild guild = client.getGuildById(id);
      if (guild != null) {
        register(guild.retrieveCommands(true), guild.updateCommands());
      }
    }
  }

  private void register(RestAction<List<Command>> listed, CommandListUpdateAction update) {
    listed.queue(
        known -> {
          if (!same(known)) {
            update
                .addCommands(wanted)
                .queue(
                    now ->
                        log.atInfo()
                            .addKeyValue("platform", DiscordChat.NAME)
                            .addKeyValue("commands", now.size())
                            .log("commands registered"),
                    Registration::failed);
          }
        },
        Registration::failed);
  }

  private boolean same(List<Command> known) {
    return written(known.stream().map(CommandData::fromCommand)).equals(written(wanted.stream()));
  }

  /// Two lists are the same when they would be sent as the same.
  private static List<String> written(Stream<CommandData> commands) {
    return commands.map(it -> it.toData().toMap()).map(Registration::sorted).sorted().toList();
  }

  private static String sorted(Object value) {
    return switch (value) {
      case java.util.Map<?, ?> map ->
          map.entrySet().stream()
              .filter(it -> it.getValue() != null)
              .map(it -> it.getKey() + "=" + sorted(it.getValue()))
              .sorted()
              .toList()
              .toString();
      case List<?> list -> list.stream().map(Registration::sorted).toList().toString();
      default -> value.toString();
    };
  }

  private static void failed(Throwable e) {
    log.atWarn()
        .addKeyValue("platform", DiscordChat.NAME)
        .addKeyValue("error", e.getClass().getSimpleName())
        .log("the commands could not be registered: people may not see them listed");
  }
}
