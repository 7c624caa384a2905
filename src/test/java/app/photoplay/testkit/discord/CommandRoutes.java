package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/// The bot's commands, for everybody and for single servers.
final class CommandRoutes {
  private static final String EVERYWHERE = "applications/\\d+/commands";
  private static final String IN_ONE = "applications/\\d+/guilds/(\\d+)/commands";

  private final DiscordState state;
  private final Map<String, Integer> created = new HashMap<>();

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
    return Routes.ok(state.commands.getOrDefault(guild, JsonNodeFactory.instance.arrayNode()));
  }

  /// Commands with a new name, of which there may be so many a day and server.
  private void countNew(JsonNode commands, long guild) {
    Set<String> before = new HashSet<>();
    state
        .commands
        .getOrDefault(guild, JsonNodeFactory.instance.arrayNode())
        .forEach(it -> before.add(it.path("type").asInt() + it.path("name").asText()));
    long day = state.now().getEpochSecond() / 86_400;
    for (JsonNode command : commands) {
      String name = command.path("type").asInt(1) + command.path("name").asText();
      if (!before.contains(name) && created.merge(guild + "/" + day, 1, Integer::sum) > 200) {
        throw new DiscordError(
            400, 30_034, "Max number of daily application command creates has been reached (200)");
      }
    }
  }

  private DiscordReply.Answer put(DiscordCall call, long guild) {
    CommandChecks.check(call.body());
    countNew(call.body(), guild);
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
