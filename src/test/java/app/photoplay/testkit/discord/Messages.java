package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes, changes and deletes the bot's messages. Guarded by the state's lock.
final class Messages {
  private static final Pattern MENTION = Pattern.compile("<@[!&]?(\\d+)>|@(everyone|here)");
  private static final Pattern PART = Pattern.compile("files\\[(\\d+)]");

  private final DiscordState state;

  Messages(DiscordState state) {
    this.state = state;
  }

  /// Writes a message of the bot.
  ///
  /// @param fileLimit the largest file in bytes
  /// @param prepare runs before anybody sees it
  Stored post(
      Room room, DiscordCall call, JsonNode body, long fileLimit, Consumer<Stored> prepare) {
    var message = new Stored(state.ids.next(), room, FakeDiscord.BOT, state.now());
    MessageChecks.check(body, call.uploads(), fileLimit, message);
    prepare.accept(message);
    fill(message, body, call);
    add(message);
    return message;
  }

  /// Says that the bot thinks.
  Stored think(Interaction interaction, boolean ephemeral) {
    var message = new Stored(state.ids.next(), interaction.room, FakeDiscord.BOT, state.now());
    message.flags = Stored.LOADING;
    message.answers = Optional.of(interaction);
    if (ephemeral) {
      hide(message, interaction);
    }
    add(message);
    return message;
  }

  static void hide(Stored message, Interaction interaction) {
    message.flags |= Stored.EPHEMERAL;
    message.onlyFor = OptionalLong.of(interaction.person);
  }

  /// Shows a message that is ready, and tells the gateway.
  void add(Stored message) {
    message.room.messages.add(message);
    state.shown(message);
    tell("MESSAGE_CREATE", message, message.json(state));
  }

  void edit(Stored message, DiscordCall call, JsonNode body, long fileLimit) {
    MessageChecks.check(body, call.uploads(), fileLimit, message);
    Runnable undo = message.undo();
    try {
      fill(message, body, call);
    } catch (DiscordError error) {
      undo.run();
      throw error;
    }
    message.flags &= ~Stored.LOADING;
    message.edited = Optional.of(state.now());
    message.edits++;
    state.shown(message);
    tell("MESSAGE_UPDATE", message, message.json(state));
  }

  /// A person changes what they wrote.
  void reword(Stored message, String text) {
    message.content = text;
    message.edited = Optional.of(state.now());
    message.edits++;
    state.shown(message);
    tell("MESSAGE_UPDATE", message, message.json(state));
  }

  void delete(Stored message) {
    message.room.messages.remove(message);
    ObjectNode gone = JsonNodeFactory.instance.objectNode().put("id", Stored.text(message.id));
    gone.put("channel_id", Stored.text(message.room.id));
    message.room.guild.ifPresent(it -> gone.put("guild_id", Stored.text(it.id)));
    tell("MESSAGE_DELETE", message, gone);
  }

  private void tell(String event, Stored message, ObjectNode content) {
    Room room = message.room;
    if (!room.botIsHere() || message.onlyFor.isPresent()) {
      return;
    }
    room.guild.ifPresent(it -> content.put("guild_id", Stored.text(it.id)));
    content.put("channel_type", room.type);
    state.gateway.dispatch(
        event,
        content,
        room.guild.map(it -> it.id).orElse(0L),
        room.type == Room.DM ? Gateway.DIRECT_MESSAGES : Gateway.GUILD_MESSAGES);
  }

  private void fill(Stored message, JsonNode body, DiscordCall call) {
    if (body.has("content")) {
      message.content = body.path("content").isNull() ? "" : body.path("content").asText();
    }
    if (body.path("embeds").isArray()) {
      message.embeds = body.path("embeds").deepCopy();
      message.embeds.forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
    }
    if (body.path("components").isArray()) {
      message.components = body.path("components").deepCopy();
      number(message.components, new int[1]);
    }
    message.flags |= body.path("flags").asLong(0) & (Stored.COMPONENTS_ONLY | 1 << 2 | 1 << 12);
    files(message, body, call.uploads());
    message.nonce = body.path("nonce").asText(message.nonce);
    message.pings = pings(message, body);
    MessageChecks.finished(message);
  }

  /// Every component has a number of its own.
  private static void number(JsonNode components, int[] last) {
    for (JsonNode component : components) {
      if (!component.has("id")) {
        ((ObjectNode) component).put("id", ++last[0]);
      }
      number(component.path("components"), last);
    }
  }

  private void files(Stored message, JsonNode body, Map<String, DiscordCall.Upload> uploads) {
    JsonNode list = body.path("attachments");
    if (list.isArray()) {
      Set<Long> kept = new LinkedHashSet<>();
      list.forEach(it -> kept.add(it.path("id").asLong()));
      message.files.removeIf(it -> !kept.contains(it.id()));
    }
    uploads.forEach((part, upload) -> {
      Matcher number = PART.matcher(part);
      if (number.matches()) {
        message.files.add(attachment(message, upload, described(list, number.group(1))));
      }
    });
  }

  private static JsonNode described(JsonNode list, String number) {
    for (JsonNode one : list) {
      if (one.path("id").asText().equals(number)) {
        return one;
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private Attachment attachment(Stored message, DiscordCall.Upload upload, JsonNode described) {
    String name = described.path("filename").asText(upload.name()).replace(' ', '_');
    var file =
        new Attachment(
            state.ids.next(),
            message.room.id,
            name,
            Attachment.typeOf(name),
            described.path("description").asText(""),
            upload.file(),
            upload.bytes(),
            upload.sha256(),
            message.onlyFor.isPresent(),
            0);
    state.cdn.keep(file);
    return file;
  }

  /// Whom the message wakes.
  private static List<String> pings(Stored message, JsonNode body) {
    List<String> pings = new ArrayList<>();
    JsonNode allowed = body.path("allowed_mentions");
    Matcher mention = MENTION.matcher(message.content);
    while (mention.find()) {
      String who = mention.group(1) == null ? mention.group(2) : mention.group(1);
      String kind =
          mention.group(1) == null
              ? "everyone"
              : mention.group().startsWith("<@&") ? "roles" : "users";
      if (!allowed.isObject()
          || lists(allowed.path("parse"), kind)
          || lists(allowed.path(kind), who)) {
        pings.add(who);
      }
    }
    if (body.path("message_reference").isObject()
        && allowed.path("replied_user").asBoolean(!allowed.isObject())) {
      pings.add("reply");
    }
    return List.copyOf(pings);
  }

  private static boolean lists(JsonNode list, String word) {
    return list instanceof ArrayNode all
        && all.valueStream().anyMatch(it -> it.asText().equals(word));
  }
}
