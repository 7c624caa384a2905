package app.photoplay.testkit.discord;

import static app.photoplay.testkit.discord.Stored.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/// Makes interactions and tells the bot of them. Guarded by the state's lock.
final class InteractionJson {
  private static final int IN_GUILD = 0;
  private static final int WITH_BOT = 1;
  private static final int AMONG_PEOPLE = 2;

  private final DiscordState state;

  InteractionJson(DiscordState state) {
    this.state = state;
  }

  /// @param source the message under which something was pressed
  DiscordInteraction happens(
      DiscordPerson person, Room room, int type, ObjectNode data, Optional<Stored> source) {
    long id = state.ids.next();
    String token = "aW50ZXJhY3Rpb24" + id + UUID.randomUUID().toString().replace("-", "");
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", text(id));
    json.put("application_id", text(FakeDiscord.BOT)).put("type", type).put("token", token);
    json.put("version", 1).put("channel_id", text(room.id));
    json.set("channel", channel(room));
    json.put("locale", person.locale()).put("context", context(room));
    who(json, person, room);
    json.put("app_permissions", text(appPermissions(room)));
    owners(json.putObject("authorizing_integration_owners"), person, room);
    json.putArray("entitlements");
    long guildLimit = room.guild.map(it -> it.fileLimit).orElse(MessageChecks.FILE_LIMIT);
    json.put("attachment_size_limit", Math.max(person.fileLimit(), guildLimit));
    source.ifPresent(it -> json.set("message", it.json(state)));
    json.set("data", data);
    var interaction = new Interaction(id, token, room, person.id(), json, state.now(), source);
    state.interactions.put(id, interaction);
    state.interactionsByToken.put(token, interaction);
    state.gateway.dispatch("INTERACTION_CREATE", json, room.guild.map(it -> it.id).orElse(0L), 0);
    return interaction.seen();
  }

  private ObjectNode channel(Room room) {
    ObjectNode json = room.json(state);
    if (room.type == Room.DM) {
      json.putArray("recipients").add(state.user(FakeDiscord.BOT));
    }
    return json.put("permissions", text(Permissions.ALL));
  }

  static int context(Room room) {
    return switch (room.type) {
      case Room.DM -> WITH_BOT;
      case Room.GROUP_DM -> AMONG_PEOPLE;
      default -> IN_GUILD;
    };
  }

  private void who(ObjectNode json, DiscordPerson person, Room room) {
    ObjectNode user = state.user(person.id());
    room.guild.ifPresentOrElse(
        guild -> {
          json.put("guild_id", text(guild.id)).put("guild_locale", guild.locale);
          ObjectNode partial = json.putObject("guild").put("id", text(guild.id));
          partial.put("locale", guild.locale).putArray("features");
          json.set("member", ChannelJson.member(user, guild));
        },
        () -> json.set("user", user));
  }

  private static long appPermissions(Room room) {
    return room.botIsHere()
        ? room.permissions()
        : Permissions.ATTACH_FILES | Permissions.EMBED_LINKS;
  }

  private static void owners(ObjectNode owners, DiscordPerson person, Room room) {
    if (room.botIsHere()) {
      owners.put("0", room.guild.map(it -> text(it.id)).orElse("0"));
    }
    if (!room.botIsHere() || person.hasInstalled()) {
      owners.put("1", text(person.id()));
    }
  }
}
