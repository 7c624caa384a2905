package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;

/// The bot's commands, for everybody and for single servers.
final class CommandRoutes {
  private static final String EVERYWHERE = "applications/\\d+/commands";
  private static final String IN_ONE = "applications/\\d+/guilds/(\\d+)/commands";

  private final DiscordState state;

  CommandRoutes(DiscordState state) {
    this.state = state;
  }

  void into(Routes routes) {
    routes.bot("PUT", EVERYWHERE, (call, _) -> put(call, 0));
    routes.bot("GET", EVERYWHERE, (_, _) -> get(0));
    routes.bot("PUT", IN_ONE, (call, path) -> put(call, guild(path)));
    routes.bot("GET", IN_ONE, (_, path) -> get(guild(path)));
  }

  private long guild(Matcher path) {
    long id = Long.parseLong(path.group(1));
    if (state.guild(id).filter(it -> it.botIsMember).isEmpty()) {
      throw DiscordError.missingAccess();
    }
    return id;
  }

  private DiscordReply.Answer get(long guild) {
    return Routes.ok(
        state.commands.getOrDefault(guild, JsonNodeFactory.instance.arrayNode()));
  }

  private DiscordReply.Answer put(DiscordCall call, long guild) {
    CommandChecks.check(call.body());
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (JsonNode command : call.body()) {
      ObjectNode kept = command.deepCopy();
      kept.put("id", Long.toString(state.ids.next()));
      kept.put("application_id", Long.toString(FakeDiscord.BOT));
      kept.put("version", Long.toString(state.ids.next()));
      kept.put("type", command.path("type").asInt(1));
      if (guild != 0) {
        kept.put("guild_id", Long.toString(guild));
      }
      all.add(kept);
    }
    state.commands.put(guild, all);
    return Routes.ok(all);
  }
}
