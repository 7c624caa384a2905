package app.photoplay.testkit.discord;

import static app.photoplay.testkit.discord.Stored.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Discord's objects for channels and servers.
final class ChannelJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String LONG_AGO = "2024-05-01T10:00:00.000000+00:00";

  private ChannelJson() {}

  static ObjectNode of(Room room, DiscordState state) {
    ObjectNode json = JSON.objectNode().put("id", text(room.id)).put("type", room.type);
    json.put("flags", 0);
    if (room.messages.isEmpty()) {
      json.putNull("last_message_id");
    } else {
      json.put("last_message_id", text(room.messages.getLast().id));
    }
    switch (room.type) {
      case Room.DM -> json.putArray("recipients").add(state.user(room.person));
      case Room.GROUP_DM -> {
        json.put("name", room.name).putNull("icon").putArray("recipients");
        json.put("owner_id", text(1));
      }
      case Room.THREAD -> thread(json, room);
      default -> {
        json.put("name", room.name).put("position", 0).put("nsfw", false).put("topic", "");
        json.put("rate_limit_per_user", 0).putNull("parent_id");
        ArrayNode overwrites = json.putArray("permission_overwrites");
        if (room.denied != 0) {
          ObjectNode bot = overwrites.addObject().put("id", text(FakeDiscord.BOT)).put("type", 1);
          bot.put("allow", "0").put("deny", text(room.denied));
        }
        if (room.type == Room.FORUM) {
          json.putArray("available_tags");
          json.put("default_forum_layout", 0).putNull("default_reaction_emoji");
          json.putNull("default_sort_order");
        }
      }
    }
    room.guild.ifPresent(guild -> json.put("guild_id", text(guild.id)));
    return json;
  }

  private static void thread(ObjectNode json, Room room) {
    json.put("name", room.name).put("owner_id", "1").put("rate_limit_per_user", 0);
    json.put("parent_id", text(room.parent.orElseThrow().id));
    json.put("message_count", room.messages.size()).put("total_message_sent", 0);
    json.put("member_count", 1).putArray("applied_tags");
    ObjectNode metadata = json.putObject("thread_metadata").put("archived", room.archived);
    metadata.put("locked", room.locked).put("auto_archive_duration", 1440);
    metadata.put("archive_timestamp", LONG_AGO).put("create_timestamp", LONG_AGO);
    ObjectNode member = json.putObject("member").put("id", text(room.id));
    member.put("user_id", text(FakeDiscord.BOT)).put("join_timestamp", LONG_AGO).put("flags", 0);
  }

  /// The content of GUILD_CREATE.
  static ObjectNode of(Guild guild, DiscordState state) {
    ObjectNode json = JSON.objectNode().put("id", text(guild.id)).put("name", guild.name);
    json.put("owner_id", "1").put("afk_timeout", 300).put("verification_level", 1);
    json.put("default_message_notifications", 1).put("explicit_content_filter", 0);
    json.put("mfa_level", 0).put("premium_tier", 0).put("nsfw_level", 0);
    json.put("system_channel_flags", 0).put("premium_subscription_count", 0);
    json.put("preferred_locale", guild.locale).put("member_count", 3).put("large", false);
    json.put("joined_at", LONG_AGO).put("unavailable", false);
    for (String none :
        new String[] {
          "icon", "splash", "description", "banner", "afk_channel_id", "vanity_url_code"
        }) {
      json.putNull(none);
    }
    for (String none :
        new String[] {
          "features",
          "emojis",
          "stickers",
          "voice_states",
          "presences",
          "guild_scheduled_events",
          "stage_instances",
          "soundboard_sounds"
        }) {
      json.putArray(none);
    }
    json.putArray("roles").add(everyone(guild));
    json.putArray("members").add(member(state.user(FakeDiscord.BOT), guild));
    ArrayNode channels = json.putArray("channels");
    ArrayNode threads = json.putArray("threads");
    for (Room room : guild.rooms) {
      if (!room.deleted && !room.archived) {
        (room.type == Room.THREAD ? threads : channels).add(of(room, state));
      }
    }
    return json;
  }

  private static ObjectNode everyone(Guild guild) {
    ObjectNode role = JSON.objectNode().put("id", text(guild.id)).put("name", "@everyone");
    role.put("permissions", text(guild.permissions)).put("position", 0).put("color", 0);
    role.put("hoist", false).put("managed", false).put("mentionable", false).put("flags", 0);
    role.putObject("colors").put("primary_color", 0).putNull("secondary_color");
    ((ObjectNode) role.path("colors")).putNull("tertiary_color");
    return role;
  }

  static ObjectNode member(ObjectNode user, Guild guild) {
    ObjectNode member = JSON.objectNode();
    member.set("user", user);
    member.putArray("roles");
    member.putNull("nick").putNull("avatar").putNull("premium_since");
    member.putNull("communication_disabled_until");
    member.put("joined_at", LONG_AGO).put("deaf", false).put("mute", false).put("flags", 0);
    return member.put("pending", false).put("permissions", text(guild.permissions));
  }
}
