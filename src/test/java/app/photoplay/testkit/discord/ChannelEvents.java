package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the gateway says about changes of servers and channels. Guarded by the state's lock.
final class ChannelEvents {
  private ChannelEvents() {}

  static void created(Room room, DiscordState state) {
    tell(kind(room) + "_CREATE", room, room.json(state), state);
  }

  static void updated(Room room, DiscordState state) {
    tell(kind(room) + "_UPDATE", room, room.json(state), state);
  }

  static void deleted(Room room, DiscordState state) {
    tell(kind(room) + "_DELETE", room, room.json(state), state);
  }

  private static String kind(Room room) {
    return room.type == Room.THREAD ? "THREAD" : "CHANNEL";
  }

  private static void tell(String event, Room room, ObjectNode content, DiscordState state) {
    room.guild
        .filter(it -> it.botIsMember)
        .ifPresent(it -> state.gateway.dispatch(event, content, it.id, Gateway.GUILDS));
  }

  static void joined(Guild guild, DiscordState state) {
    state.gateway.dispatch("GUILD_CREATE", ChannelJson.of(guild, state), guild.id, Gateway.GUILDS);
  }

  static void left(Guild guild, DiscordState state) {
    ObjectNode gone = JsonNodeFactory.instance.objectNode();
    gone.put("id", Stored.text(guild.id));
    state.gateway.dispatch("GUILD_DELETE", gone, guild.id, Gateway.GUILDS);
  }
}
