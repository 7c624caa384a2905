package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;

/// Messages by the bot's own right, and what it may not do.
final class ChannelRoutes {
  private static final Duration NONCES_LAST = Duration.ofMinutes(5);

  private final DiscordState state;

  ChannelRoutes(DiscordState state) {
    this.state = state;
  }

  void into(Routes routes) {
    String messages = "channels/(\\d+)/messages";
    routes.bot("POST", messages, this::send);
    routes.bot("GET", messages, (_, path) -> list(readable(path)));
    routes.bot("GET", messages + "/(\\d+)", (_, path) -> Routes.ok(found(path).json(state)));
    routes.bot("PATCH", messages + "/(\\d+)", this::edit);
    routes.bot("DELETE", messages + "/(\\d+)", (_, path) -> delete(path));
    routes.bot("PUT", messages + "/(\\d+)/reactions/[^/]+/@me", (_, path) -> react(path));
    routes.bot("GET", "channels/(\\d+)", (_, path) -> Routes.ok(reachable(path).json(state)));
    routes.bot("POST", "channels/(\\d+)/typing", (_, path) -> typing(path));
    routes.bot("POST", "users/@me/channels", (call, _) -> openDm(call));
  }

  // ---- rights

  /// A channel that the bot sees.
  private Room reachable(Matcher path) {
    Room room = state.room(Long.parseLong(path.group(1))).orElseThrow(DiscordError::unknownChannel);
    if (!room.botIsHere() || !room.allows(Permissions.VIEW_CHANNEL)) {
      throw DiscordError.missingAccess();
    }
    return room;
  }

  private Room readable(Matcher path) {
    Room room = reachable(path);
    if (!room.allows(Permissions.READ_MESSAGE_HISTORY)) {
      throw DiscordError.missingAccess();
    }
    return room;
  }

  private Room writable(Matcher path) {
    Room room = reachable(path);
    if (room.type == Room.DM && state.closedToDms.contains(room.person)) {
      throw new DiscordError(403, 50_007, "Cannot send messages to this user");
    }
    if (room.type == Room.FORUM) {
      throw new DiscordError(400, 50_008, "Cannot send messages in a non-text channel");
    }
    must(
        room,
        room.type == Room.THREAD
            ? Permissions.SEND_MESSAGES_IN_THREADS
            : Permissions.SEND_MESSAGES);
    return room;
  }

  private static void must(Room room, long permission) {
    if (!room.allows(permission)) {
      throw DiscordError.missingPermissions();
    }
  }

  static void mustBeOpen(Room room) {
    if (room.archived) {
      throw new DiscordError(400, 50_083, "Thread is archived");
    }
  }

  // ---- messages

  private DiscordReply.Answer send(DiscordCall call, Matcher path) {
    Room room = writable(path);
    JsonNode body = call.body();
    Optional<Stored> before = sentBefore(room, body);
    if (before.isPresent()) {
      return Routes.ok(before.get().json(state));
    }
    if (!call.uploads().isEmpty()) {
      must(room, Permissions.ATTACH_FILES);
    }
    if (!body.path("embeds").isEmpty()) {
      must(room, Permissions.EMBED_LINKS);
    }
    Optional<Stored> original = original(room, body.path("message_reference"));
    wake(room);
    long limit = room.guild.map(it -> it.fileLimit).orElse(MessageChecks.FILE_LIMIT);
    Stored message = state.messages.post(room, call, body, limit, it -> it.replyTo = original);
    return Routes.ok(message.json(state));
  }

  /// A message with the same nonce, of the last minutes.
  private Optional<Stored> sentBefore(Room room, JsonNode body) {
    String nonce = body.path("nonce").asText("");
    if (nonce.isEmpty() || !body.path("enforce_nonce").asBoolean()) {
      return Optional.empty();
    }
    return room.messages.stream()
        .filter(it -> it.author == FakeDiscord.BOT && it.nonce.equals(nonce))
        .filter(it -> it.created.plus(NONCES_LAST).isAfter(state.now()))
        .findFirst();
  }

  private static Optional<Stored> original(Room room, JsonNode reference) {
    if (!reference.isObject()) {
      return Optional.empty();
    }
    if (!room.allows(Permissions.READ_MESSAGE_HISTORY)) {
      throw new DiscordError(
          400, 160_002, "Cannot reply without permission to read message history");
    }
    Optional<Stored> original =
        room.find(reference.path("message_id").asLong()).filter(it -> it.onlyFor.isEmpty());
    if (original.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
      throw DiscordError.form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }
    return original;
  }

  /// Writing opens an archived thread again, unless it is locked.
  private void wake(Room room) {
    if (room.archived && room.locked) {
      mustBeOpen(room);
    }
    if (room.archived) {
      room.archived = false;
      ChannelEvents.updated(room, state);
    }
  }

  private Stored found(Matcher path) {
    return readable(path)
        .find(Long.parseLong(path.group(2)))
        .filter(it -> it.onlyFor.isEmpty())
        .orElseThrow(DiscordError::unknownMessage);
  }

  private Stored own(Matcher path) {
    Stored message =
        reachable(path)
            .find(Long.parseLong(path.group(2)))
            .filter(it -> it.onlyFor.isEmpty())
            .orElseThrow(DiscordError::unknownMessage);
    if (message.author != FakeDiscord.BOT) {
      throw new DiscordError(403, 50_005, "Cannot edit a message authored by another user");
    }
    return message;
  }

  private DiscordReply.Answer edit(DiscordCall call, Matcher path) {
    Stored message = own(path);
    mustBeOpen(message.room);
    if (!call.uploads().isEmpty()) {
      must(message.room, Permissions.ATTACH_FILES);
    }
    long limit = message.room.guild.map(it -> it.fileLimit).orElse(MessageChecks.FILE_LIMIT);
    state.messages.edit(message, call, call.body(), limit);
    return Routes.ok(message.json(state));
  }

  private DiscordReply.Answer delete(Matcher path) {
    Stored message = own(path);
    mustBeOpen(message.room);
    state.messages.delete(message);
    return Routes.nothing();
  }

  private DiscordReply.Answer react(Matcher path) {
    var _ = found(path);
    return Routes.nothing();
  }

  private DiscordReply.Answer list(Room room) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    room.messages.reversed().stream()
        .filter(it -> it.onlyFor.isEmpty())
        .limit(100)
        .forEach(it -> all.add(it.json(state)));
    return Routes.ok(all);
  }

  private DiscordReply.Answer typing(Matcher path) {
    writable(path);
    return Routes.nothing();
  }

  private DiscordReply.Answer openDm(DiscordCall call) {
    long person = call.body().path("recipient_id").asLong();
    if (person <= 0 || person == FakeDiscord.BOT) {
      throw new DiscordError(400, 50_033, "Invalid Recipient(s)");
    }
    ObjectNode json = state.dm(person).json(state);
    return Routes.ok(json);
  }
}
