package app.photoplay.testkit.discord;

import app.photoplay.testkit.discord.DiscordMessage.ShownButton;
import app.photoplay.testkit.discord.DiscordMessage.ShownFile;
import app.photoplay.testkit.discord.DiscordMessage.ShownOption;
import app.photoplay.testkit.discord.DiscordMessage.ShownSelect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A message as Discord keeps it. Guarded by the state's lock.
final class Stored {
  static final long EPHEMERAL = 1 << 6;
  static final long LOADING = 1 << 7;
  static final long VOICE = 1 << 13;
  static final long COMPONENTS_ONLY = 1 << 15;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  final long id;
  final Room room;
  final long author;
  final Instant created;
  String content = "";
  long flags;
  ArrayNode embeds = JSON.arrayNode();
  ArrayNode components = JSON.arrayNode();
  final List<Attachment> files = new ArrayList<>();
  Optional<Stored> replyTo = Optional.empty();
  Optional<Interaction> answers = Optional.empty();
  OptionalLong onlyFor = OptionalLong.empty();
  List<String> pings = List.of();
  String nonce = "";
  Optional<Instant> edited = Optional.empty();
  int edits;

  /// As people saw it after the last change.
  Optional<DiscordMessage> seen = Optional.empty();

  Stored(long id, Room room, long author, Instant created) {
    this.id = id;
    this.room = room;
    this.author = author;
    this.created = created;
  }

  boolean has(long flag) {
    return (flags & flag) != 0;
  }

  /// Brings back what it says now.
  Runnable undo() {
    var before = new Stored(id, room, author, created);
    before.take(this);
    return () -> take(before);
  }

  private void take(Stored other) {
    content = other.content;
    flags = other.flags;
    embeds = other.embeds;
    components = other.components;
    pings = other.pings;
    List<Attachment> its = List.copyOf(other.files);
    files.clear();
    files.addAll(its);
  }

  /// As people see it now.
  DiscordMessage shown(DiscordState state) {
    List<List<ShownButton>> rows = new ArrayList<>();
    List<ShownSelect> selects = new ArrayList<>();
    StringBuilder text = new StringBuilder(content);
    for (JsonNode embed : embeds) {
      String said = embed.path("description").asText();
      text.append(text.isEmpty() || said.isEmpty() ? "" : "\n").append(said);
    }
    components.forEach(component -> look(component, rows, selects, text));
    return new DiscordMessage(
        id,
        room.id,
        author,
        author == FakeDiscord.BOT,
        text.toString(),
        has(LOADING),
        onlyFor,
        files.stream().map(file -> shown(file, state)).toList(),
        List.copyOf(rows),
        List.copyOf(selects),
        replyTo.map(it -> OptionalLong.of(it.id)).orElse(OptionalLong.empty()),
        answers.map(it -> OptionalLong.of(it.id)).orElse(OptionalLong.empty()),
        pings,
        edits,
        json(state));
  }

  private ShownFile shown(Attachment file, DiscordState state) {
    return new ShownFile(
        file.id(),
        file.name(),
        file.contentType(),
        file.description(),
        file.file(),
        file.bytes(),
        file.sha256(),
        state.cdn.url(file));
  }

  private static void look(
      JsonNode component,
      List<List<ShownButton>> rows,
      List<ShownSelect> selects,
      StringBuilder text) {
    switch (component.path("type").asInt()) {
      case 1 -> {
        List<ShownButton> row = new ArrayList<>();
        component.path("components").forEach(it -> add(it, row, selects));
        if (!row.isEmpty()) {
          rows.add(List.copyOf(row));
        }
      }
      case 10 -> text.append(text.isEmpty() ? "" : "\n").append(component.path("content").asText());
      default -> {
        component.path("components").forEach(it -> look(it, rows, selects, text));
        if (component.path("accessory").path("type").asInt() == 2) {
          List<ShownButton> row = new ArrayList<>();
          add(component.path("accessory"), row, selects);
          rows.add(List.copyOf(row));
        }
      }
    }
  }

  private static void add(JsonNode it, List<ShownButton> row, List<ShownSelect> selects) {
    String custom = it.path("custom_id").asText("");
    if (it.path("type").asInt() == 2) {
      row.add(
          new ShownButton(
              it.path("label").asText(it.path("emoji").path("name").asText("")),
              custom,
              it.path("style").asInt(),
              it.path("url").asText(""),
              it.path("disabled").asBoolean()));
    } else {
      List<ShownOption> options = new ArrayList<>();
      it.path("options")
          .forEach(line ->
              options.add(
                  new ShownOption(line.path("label").asText(), line.path("value").asText())));
      selects.add(new ShownSelect(custom, it.path("placeholder").asText(""), List.copyOf(options)));
    }
  }

  /// Discord's object, with addresses of files that are good from now on.
  ObjectNode json(DiscordState state) {
    ObjectNode json = flat(state);
    replyTo.ifPresent(original -> {
      ObjectNode reference = json.putObject("message_reference").put("type", 0);
      reference.put("channel_id", text(room.id)).put("message_id", text(original.id));
      if (room.messages.contains(original)) {
        json.set("referenced_message", original.flat(state));
      } else {
        json.putNull("referenced_message");
      }
    });
    return json;
  }

  private ObjectNode flat(DiscordState state) {
    ObjectNode json = JSON.objectNode().put("id", text(id)).put("channel_id", text(room.id));
    json.put("type", answers.isPresent() ? 20 : replyTo.isPresent() ? 19 : 0);
    json.put("content", content).put("flags", flags).put("pinned", false).put("tts", false);
    json.put("mention_everyone", pings.contains("everyone")).put("timestamp", created.toString());
    json.put("edited_timestamp", edited.map(Instant::toString).orElse(null));
    json.set("author", state.user(author));
    json.set("embeds", embeds.deepCopy());
    json.set("components", components.deepCopy());
    json.putArray("mentions");
    json.putArray("mention_roles");
    ArrayNode attachments = json.putArray("attachments");
    files.forEach(file -> attachments.add(state.cdn.json(file)));
    if (!nonce.isEmpty()) {
      json.put("nonce", nonce);
    }
    answers.ifPresent(it -> {
      json.put("application_id", text(FakeDiscord.BOT)).put("webhook_id", text(FakeDiscord.BOT));
      ObjectNode metadata = json.putObject("interaction_metadata").put("id", text(it.id));
      metadata.put("type", it.type).set("user", state.user(it.person));
      metadata.set(
          "authorizing_integration_owners", it.json.path("authorizing_integration_owners"));
    });
    return json;
  }

  static String text(long id) {
    return Long.toString(id);
  }
}
