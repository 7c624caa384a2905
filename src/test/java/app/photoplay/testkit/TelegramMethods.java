package app.photoplay.testkit;

import app.photoplay.testkit.ShownMessage.ShownButton;
import app.photoplay.testkit.ShownMessage.ShownPhoto;
import app.photoplay.testkit.ShownMessage.ShownVideo;
import app.photoplay.testkit.TelegramState.Room;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The methods of the Bot API that Photoplay uses, with their limits and refusals.
final class TelegramMethods {

  private static final int TEXT = 4096;
  private static final int CAPTION = 1024;
  private static final int CALLBACK_BYTES = 64;
  private static final int NOTICE = 200;
  private static final long DOWNLOAD = 20L * 1024 * 1024;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final TelegramState state;
  private final long botId;

  /// What an administrator's object must say.
  private static final List<String> RIGHTS =
      List.of(
          "can_be_edited",
          "is_anonymous",
          "can_manage_chat",
          "can_delete_messages",
          "can_manage_video_chats",
          "can_restrict_members",
          "can_promote_members",
          "can_change_info",
          "can_invite_users");

  TelegramMethods(TelegramState state, String token) {
    this.state = state;
    this.botId = Long.parseLong(token.substring(0, token.indexOf(':')));
  }

  JsonNode call(TelegramCall call) throws InterruptedException {
    return call.method().equals("getupdates")
        ? state.updates.get(call.params())
        : state.monitor.change(() -> now(call));
  }

  private JsonNode member(TelegramCall call) {
    long user = Long.parseLong(call.param("user_id"));
    boolean may = state.administrators.contains(call.param("chat_id") + " " + user);
    ObjectNode member = JSON.objectNode().put("status", may ? "administrator" : "member");
    if (may) {
      for (String right : RIGHTS) {
        member.put(right, true);
      }
    }
    return member.set(
        "user", JSON.objectNode().put("id", user).put("is_bot", false).put("first_name", "P"));
  }

  private JsonNode now(TelegramCall call) {
    return switch (call.method()) {
      case "getme" -> bot();
      case "getchatmember" -> member(call);
      case "getmycommands" -> state.commands(call.param("language_code"));
      case "setmycommands" -> {
        state.commands(call.param("language_code"), call.params().path("commands"));
        yield BooleanNode.TRUE;
      }
      case "deletewebhook" -> {
        state.updates.webhook(false);
        yield BooleanNode.TRUE;
      }
      case "getwebhookinfo" ->
          JSON.objectNode()
              .put("url", state.updates.hasWebhook() ? "https://example.org/hook" : "");
      case "sendmessage" ->
          send(call, text(call.param("text")), Optional.empty(), Optional.empty());
      case "sendvideo" -> {
        var video = new TelegramVideos(state.files).sent(call);
        yield send(call, caption(call.param("caption")), Optional.of(video), Optional.empty());
      }
      case "sendphoto" -> {
        var photo = new TelegramPhotos(state.files).sent(call);
        yield send(call, caption(call.param("caption")), Optional.empty(), Optional.of(photo));
      }
      case "sendmediagroup" -> {
        ArrayNode group = JSON.arrayNode();
        new TelegramPhotos(state.files)
            .group(call)
            .forEach(it -> group.add(send(call, "", Optional.empty(), Optional.of(it))));
        yield group;
      }
      case "senddocument" -> document(call);
      case "editmessagetext" -> editText(call);
      case "editmessagecaption" -> editCaption(call);
      case "editmessagemedia" -> editMedia(call);
      case "answercallbackquery" -> {
        String notice = call.param("text");
        if (notice.length() > NOTICE) {
          throw TelegramError.bad("MESSAGE_TOO_LONG");
        }
        state.answerPress(call.param("callback_query_id"), notice);
        yield BooleanNode.TRUE;
      }
      case "setmessagereaction" -> react(call);
      case "sendchataction" -> {
        state.writable(call.chat());
        yield BooleanNode.TRUE;
      }
      case "getfile" -> file(call.param("file_id"));
      default -> throw new TelegramError(404, "Not Found: method not found");
    };
  }

  private ObjectNode bot() {
    return JSON.objectNode()
        .put("id", botId)
        .put("is_bot", true)
        .put("first_name", "Photoplay")
        .put("username", FakeTelegram.BOT);
  }

  /// Shown as a message whose text is the file's name.
  private ObjectNode document(TelegramCall call) {
    String part = call.param("document").replaceFirst("attach://", "");
    TelegramCall.Upload upload = call.uploads().get(part);
    if (upload == null || upload.bytes() == 0) {
      throw TelegramError.bad("file must be non-empty");
    }
    return send(call, part, Optional.empty(), Optional.empty());
  }

  private ObjectNode send(
      TelegramCall call, String text, Optional<ShownVideo> video, Optional<ShownPhoto> photo) {
    Room room = state.writable(call.chat());
    if (room.movedTo != 0) {
      throw TelegramError.migrated(room.movedTo);
    }
    var buttons = buttons(call.params().path("reply_markup"));
    OptionalInt replyTo = replyTo(call, room);
    JsonNode thread = call.params().path("message_thread_id");
    state.checkRate(room.id);
    var message =
        new ShownMessage(
            room.id,
            ++room.lastMessage,
            true,
            botId,
            text,
            video,
            photo,
            buttons,
            replyTo,
            thread.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(thread.asInt()),
            call.params().path("disable_notification").asBoolean(),
            "",
            0);
    return shown(room, message);
  }

  private ObjectNode shown(Room room, ShownMessage message) {
    ObjectNode json =
        JSON.objectNode().put("message_id", message.id()).put("date", state.seconds());
    json.set("chat", room.json());
    json.set("from", bot());
    message.thread().ifPresent(thread -> json.put("message_thread_id", thread));
    if (message.thread().isPresent()) {
      json.put("is_topic_message", true);
    }
    message.video().ifPresent(video -> json.set("video", TelegramVideos.json(video)));
    message.photo().ifPresent(photo -> json.set("photo", TelegramPhotos.json(photo)));
    if (!captioned(message)) {
      json.put("text", message.text());
    } else if (!message.text().isEmpty()) {
      json.put("caption", message.text());
    }
    state.show(room, message, json);
    return json;
  }

  private static boolean captioned(ShownMessage message) {
    return message.video().isPresent() || message.photo().isPresent();
  }

  private ObjectNode editText(TelegramCall call) {
    ShownMessage old = editable(call);
    if (captioned(old)) {
      throw TelegramError.bad("there is no text in the message to edit");
    }
    return edit(call, old, text(call.param("text")), Optional.empty(), Optional.empty());
  }

  private ObjectNode editCaption(TelegramCall call) {
    ShownMessage old = editable(call);
    if (!captioned(old)) {
      throw TelegramError.bad("there is no caption in the message to edit");
    }
    return edit(call, old, caption(call.param("caption")), old.video(), old.photo());
  }

  private ObjectNode editMedia(TelegramCall call) {
    ShownMessage old = editable(call);
    JsonNode media = call.params().path("media");
    String text = caption(media.path("caption").asText(""));
    if (media.path("type").asText().equals("photo")) {
      var photo = new TelegramPhotos(state.files).edited(call);
      return edit(call, old, text, Optional.empty(), Optional.of(photo));
    }
    ShownVideo video = new TelegramVideos(state.files).edited(call);
    return edit(call, old, text, Optional.of(video), Optional.empty());
  }

  private ObjectNode edit(
      TelegramCall call,
      ShownMessage old,
      String text,
      Optional<ShownVideo> video,
      Optional<ShownPhoto> photo) {
    var buttons = buttons(call.params().path("reply_markup"));
    boolean sameMedia =
        video.map(ShownVideo::fileId).equals(old.video().map(ShownVideo::fileId))
            && photo.map(ShownPhoto::fileId).equals(old.photo().map(ShownPhoto::fileId));
    if (text.equals(old.text()) && buttons.equals(old.buttons()) && sameMedia) {
      throw TelegramError.bad(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    state.checkRate(old.chat());
    return shown(state.room(old.chat()), old.edited(text, video, photo, buttons));
  }

  private ShownMessage editable(TelegramCall call) {
    Room room = state.writable(call.chat());
    ShownMessage old =
        room.find(call.params().path("message_id").asInt())
            .orElseThrow(() -> TelegramError.bad("message to edit not found"))
            .shown();
    if (!old.fromBot()) {
      throw TelegramError.bad("message can't be edited");
    }
    return old;
  }

  private JsonNode react(TelegramCall call) {
    Room room = state.writable(call.chat());
    var entry =
        room.find(call.params().path("message_id").asInt())
            .orElseThrow(() -> TelegramError.bad("message to react not found"));
    String emoji = call.params().path("reaction").path(0).path("emoji").asText("");
    if (!List.of("", "👀", "🔥", "🎉", "👍", "👌", "🤔").contains(emoji)) {
      throw TelegramError.bad("REACTION_INVALID");
    }
    state.checkRate(room.id);
    state.show(room, entry.shown().withReaction(emoji), entry.json());
    return BooleanNode.TRUE;
  }

  private ObjectNode file(String id) {
    var stored =
        state
            .files
            .find(id)
            .orElseThrow(
                () -> TelegramError.bad("wrong file_id or the file is temporarily unavailable"));
    if (stored.bytes() > DOWNLOAD) {
      throw TelegramError.bad("file is too big");
    }
    return JSON.objectNode()
        .put("file_id", id)
        .put("file_unique_id", "u" + id)
        .put("file_size", stored.bytes())
        .put("file_path", stored.path());
  }

  private static String text(String text) {
    if (text.isBlank()) {
      throw TelegramError.bad("message text is empty");
    }
    if (text.length() > TEXT) {
      throw TelegramError.bad("message is too long");
    }
    return text.strip();
  }

  private static String caption(String text) {
    if (text.length() > CAPTION) {
      throw TelegramError.bad("message caption is too long");
    }
    return text.strip();
  }

  private static OptionalInt replyTo(TelegramCall call, Room room) {
    JsonNode reply = call.params().path("reply_parameters");
    if (reply.isMissingNode()) {
      return OptionalInt.empty();
    }
    int id = reply.path("message_id").asInt();
    if (room.find(id).isPresent()) {
      return OptionalInt.of(id);
    }
    if (!reply.path("allow_sending_without_reply").asBoolean()) {
      throw TelegramError.bad("message to be replied not found");
    }
    return OptionalInt.empty();
  }

  private static List<List<ShownButton>> buttons(JsonNode markup) {
    List<List<ShownButton>> rows = new ArrayList<>();
    for (JsonNode row : markup.path("inline_keyboard")) {
      List<ShownButton> buttons = new ArrayList<>();
      for (JsonNode button : (ArrayNode) row) {
        String data = button.path("callback_data").asText("");
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > CALLBACK_BYTES) {
          throw TelegramError.bad("BUTTON_DATA_INVALID");
        }
        String style = button.path("style").asText("");
        if (!List.of("", "primary", "danger", "success").contains(style)) {
          throw TelegramError.bad("BUTTON_STYLE_INVALID");
        }
        String label = button.path("text").asText("");
        if (label.isBlank()) {
          throw TelegramError.bad("text buttons are allowed to have non-empty text only");
        }
        buttons.add(new ShownButton(label, data, style));
      }
      if (!buttons.isEmpty()) {
        rows.add(List.copyOf(buttons));
      }
    }
    return List.copyOf(rows);
  }
}
