package app.photoplay.testkit;

import app.photoplay.testkit.TelegramState.Room;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Dimension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// A person with a telephone: writes, sends files, presses buttons and looks at the chat.
public final class TelegramPerson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final TelegramState state;
  private final long id;
  private final long chat;
  private final OptionalInt thread;
  private final String language;
  private final Duration patience;
  private final long named;

  TelegramPerson(TelegramState state, long id, long chat, OptionalInt thread, String language) {
    this(state, id, chat, thread, language, WHILE, 0);
  }

  private TelegramPerson(
      TelegramState state,
      long id,
      long chat,
      OptionalInt thread,
      String language,
      Duration patience,
      long named) {
    this.patience = patience;
    this.named = named;
    this.state = state;
    this.id = id;
    this.chat = chat;
    this.thread = thread;
    this.language = language;
  }

  /// The same person in a group; ids below -1000000 are supergroups.
  public TelegramPerson in(long group) {
    return new TelegramPerson(state, id, group, OptionalInt.empty(), language, patience, named);
  }

  /// The same person in a topic of a group.
  public TelegramPerson in(long group, int topic) {
    return new TelegramPerson(state, id, group, OptionalInt.of(topic), language, patience, named);
  }

  /// The same person with a telephone in this language.
  public TelegramPerson speaking(String tag) {
    return new TelegramPerson(state, id, chat, thread, tag, patience, named);
  }

  /// The same person, who waits so long for an answer and no longer.
  public TelegramPerson waiting(Duration most) {
    return new TelegramPerson(state, id, chat, thread, language, most, named);
  }

  /// The same person writing in the name of the group or of a channel; presses stay the person's.
  public TelegramPerson inTheNameOf(long other) {
    return new TelegramPerson(state, id, chat, thread, language, patience, other);
  }

  /// Has this person administer a group or a channel.
  public void administers(long other) {
    state.monitor.change(() -> state.administrators.add(other + " " + id));
  }

  /// Adds the bot to the group.
  public TelegramUpdate addsTheBot() {
    return state.monitor.change(() -> {
      ObjectNode member = JSON.objectNode().put("date", state.seconds());
      member.set("chat", state.room(chat).json());
      member.set("from", user());
      member.set("old_chat_member", JSON.objectNode().put("status", "left").set("user", user()));
      member.set("new_chat_member", JSON.objectNode().put("status", "member").set("user", user()));
      ObjectNode update = JSON.objectNode().set("my_chat_member", member);
      return new TelegramUpdate(state.updates.push(update), 0, update);
    });
  }

  public long chat() {
    return chat;
  }

  // ---- writing

  public TelegramUpdate sends(String text) {
    return write(words("text", text), OptionalInt.empty());
  }

  public TelegramUpdate repliesTo(ShownMessage message, String text) {
    return write(words("text", text), OptionalInt.of(message.id()));
  }

  public TelegramUpdate repliesTo(TelegramUpdate message, String text) {
    return write(words("text", text), OptionalInt.of(message.message()));
  }

  /// Sends a photo; the caption may be empty.
  public TelegramUpdate sendsPhoto(Path photo, String caption) {
    return write(photo(photo, caption), OptionalInt.empty());
  }

  public TelegramUpdate repliesWithPhoto(ShownMessage message, Path photo, String caption) {
    return write(photo(photo, caption), OptionalInt.of(message.id()));
  }

  /// One message per photo, the caption under the first, as Telegram passes albums on.
  public List<TelegramUpdate> sendsAlbum(List<Path> photos, String caption) {
    return photos.stream()
        .map(photo -> {
          boolean first = photo.equals(photos.getFirst());
          return sendsOneMoreOfTheAlbum(photo, first ? caption : "");
        })
        .toList();
  }

  /// One more photo of the person's album.
  public TelegramUpdate sendsOneMoreOfTheAlbum(Path photo, String caption) {
    return write(photo(photo, caption).put("media_group_id", "album" + id), OptionalInt.empty());
  }

  /// A file as it is ("send as file").
  ///
  /// @param mediaType may be empty, as with some telephones
  public TelegramUpdate sendsFile(Path file, String name, String mediaType, String caption) {
    ObjectNode document = described("documents", file, mediaType).put("file_name", name);
    return write(with("document", document, caption), OptionalInt.empty());
  }

  public TelegramUpdate sendsVoice(Path ogg) {
    ObjectNode voice = described("voice", ogg, "audio/ogg").put("duration", 3);
    return write(with("voice", voice, ""), OptionalInt.empty());
  }

  public TelegramUpdate repliesWithVoice(ShownMessage message, Path ogg) {
    ObjectNode voice = described("voice", ogg, "audio/ogg").put("duration", 3);
    return write(with("voice", voice, ""), OptionalInt.of(message.id()));
  }

  public TelegramUpdate sendsVideo(Path mp4, String caption) {
    ObjectNode video = described("videos", mp4, "video/mp4").put("duration", 3);
    video.put("width", 320).put("height", 240);
    return write(with("video", video, caption), OptionalInt.empty());
  }

  public TelegramUpdate sendsSticker(Path webp) {
    ObjectNode sticker = described("stickers", webp, "").put("width", 512).put("height", 512);
    sticker.put("type", "regular").put("is_animated", false).put("is_video", false);
    return write(with("sticker", sticker, ""), OptionalInt.empty());
  }

  /// Any content of a message, as the Bot API writes it.
  public TelegramUpdate sendsContent(ObjectNode content) {
    return write(content, OptionalInt.empty());
  }

  /// Changes the words of a message of one's own.
  public TelegramUpdate edits(int message, String words) {
    return state.monitor.change(() -> {
      Room room = state.room(chat);
      var entry = room.find(message).orElseThrow();
      ObjectNode json = entry.json().deepCopy().put("edit_date", state.seconds());
      json.remove(List.of("entities", "caption_entities"));
      json.setAll(words(json.has("text") ? "text" : "caption", words));
      var old = entry.shown();
      var shown =
          new ShownMessage(
              old.chat(),
              old.id(),
              false,
              old.author(),
              words,
              old.video(),
              old.photo(),
              old.buttons(),
              old.replyTo(),
              old.thread(),
              old.silent(),
              old.reaction(),
              old.edits() + 1);
      state.show(room, shown, json);
      ObjectNode update = JSON.objectNode().set("edited_message", json);
      return new TelegramUpdate(state.updates.push(update), message, update);
    });
  }

  // ---- buttons

  /// Presses the button with this label under the message as it now stands.
  public TelegramUpdate presses(ShownMessage message, String label) {
    return presses(message.id(), label);
  }

  public TelegramUpdate presses(int message, String label) {
    return state.monitor.change(() -> {
      var entry = state.room(chat).find(message).orElseThrow();
      return press(message, entry.json(), entry.shown().button(label).data());
    });
  }

  /// Presses a button whose data is made up.
  public TelegramUpdate forges(ShownMessage message, String data) {
    return state.monitor.change(
        () -> press(message.id(), state.room(chat).find(message.id()).orElseThrow().json(), data));
  }

  /// Presses under a message that is too old for the bot to see.
  public TelegramUpdate pressesLongAfter(ShownMessage message, String label) {
    return state.monitor.change(() -> {
      ObjectNode old = JSON.objectNode().put("message_id", message.id()).put("date", 0);
      old.set("chat", state.room(chat).json());
      return press(message.id(), old, message.button(label).data());
    });
  }

  private TelegramUpdate press(int message, ObjectNode json, String data) {
    ObjectNode query = JSON.objectNode().put("id", state.press()).put("chat_instance", "i" + chat);
    query.set("from", user());
    query.set("message", json.deepCopy());
    query.put("data", data);
    ObjectNode update = JSON.objectNode().set("callback_query", query);
    return new TelegramUpdate(state.updates.push(update), message, update);
  }

  // ---- the chat

  /// The bot cannot write here any more.
  public void blocksTheBot() {
    gone(true);
  }

  /// Waits until the bot has taken everything that anybody sent.
  public void awaitsReceipt() throws InterruptedException {
    boolean taken =
        state
            .monitor
            .await(
                () -> state.updates.unconfirmed() == 0 ? Optional.of(true) : Optional.empty(),
                WHILE)
            .isPresent();
    if (!taken) {
      throw new AssertionError("updates are unconfirmed");
    }
  }

  public void unblocksTheBot() {
    gone(false);
  }

  private void gone(boolean now) {
    state.monitor.change(() -> {
      state.room(chat).gone = now;
      return true;
    });
  }

  /// The group becomes a supergroup; the bot learns of it when it next writes.
  public void upgradesGroupTo(long supergroup) {
    state.monitor.change(() -> {
      Room room = state.room(chat);
      room.movedTo = state.room(supergroup).id;
      return room;
    });
  }

  /// All messages of the chat as they now stand, oldest first.
  public List<ShownMessage> sees() {
    return state.messages(chat);
  }

  /// Waits for a message of the bot, as it now stands, in this chat.
  public ShownMessage awaits(String what, Predicate<ShownMessage> wanted)
      throws InterruptedException {
    return awaits(what, wanted, patience);
  }

  public ShownMessage awaits(String what, Predicate<ShownMessage> wanted, Duration most)
      throws InterruptedException {
    return state
        .awaitMessage(
            message -> message.chat() == chat && message.fromBot() && wanted.test(message), most)
        .orElseThrow(() -> new AssertionError("no " + what + " in " + sees()));
  }

  private TelegramUpdate write(ObjectNode content, OptionalInt replyTo) {
    return state.monitor.change(() -> {
      Room room = state.room(chat);
      int number = ++room.lastMessage;
      ObjectNode message = JSON.objectNode().put("message_id", number).put("date", state.seconds());
      message.set("chat", room.json());
      message.set("from", author());
      if (named != 0) {
        String type = named == chat ? room.type : "channel";
        message.set(
            "sender_chat", JSON.objectNode().put("id", named).put("type", type).put("title", "t"));
      }
      thread.ifPresent(
          topic -> message.put("message_thread_id", topic).put("is_topic_message", true));
      if (replyTo.isPresent()) {
        ObjectNode original = room.find(replyTo.getAsInt()).orElseThrow().json().deepCopy();
        original.remove("reply_to_message");
        message.set("reply_to_message", original);
      }
      message.setAll(content);
      String text = content.path("text").asText(content.path("caption").asText(""));
      var shown =
          new ShownMessage(
              chat,
              number,
              false,
              id,
              text,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              replyTo,
              thread,
              false,
              "",
              0);
      state.show(room, shown, message);
      ObjectNode update = JSON.objectNode().set("message", message);
      return new TelegramUpdate(state.updates.push(update), number, update);
    });
  }

  private ObjectNode author() {
    if (named == 0) {
      return user();
    }
    long standIn = named == chat ? 1_087_968_824L : 136_817_688L;
    return JSON.objectNode().put("id", standIn).put("is_bot", true).put("first_name", "Group");
  }

  private ObjectNode user() {
    ObjectNode user =
        JSON.objectNode().put("id", id).put("is_bot", false).put("first_name", "Person " + id);
    return language.isEmpty() ? user : user.put("language_code", language);
  }

  private static ObjectNode words(String field, String words) {
    ObjectNode content = JSON.objectNode();
    if (words.isEmpty()) {
      return content;
    }
    content.put(field, words);
    if (words.startsWith("/")) {
      ArrayNode entities = content.putArray(field.equals("text") ? "entities" : "caption_entities");
      int end = words.split("\\s", 2)[0].length();
      entities.addObject().put("type", "bot_command").put("offset", 0).put("length", end);
    }
    return content;
  }

  private static ObjectNode with(String field, ObjectNode value, String caption) {
    ObjectNode content = words("caption", caption);
    content.set(field, value);
    return content;
  }

  private ObjectNode photo(Path photo, String caption) {
    Dimension size = PictureSize.of(photo);
    ObjectNode content = words("caption", caption);
    ArrayNode sizes = content.putArray("photo");
    // the largest in the middle: its place is not promised
    sizes.add(described("photos", photo, "").put("width", 90).put("height", 67));
    sizes.add(described("photos", photo, "").put("width", size.width).put("height", size.height));
    sizes.add(described("photos", photo, "").put("width", 32).put("height", 24));
    return content;
  }

  private ObjectNode described(String folder, Path file, String mediaType) {
    return state.monitor.change(() -> {
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
      var stored = state.files.add(folder, file, ending);
      ObjectNode json =
          JSON.objectNode()
              .put("file_id", stored.fileId())
              .put("file_unique_id", "u" + stored.fileId())
              .put("file_size", stored.bytes());
      return mediaType.isEmpty() ? json : json.put("mime_type", mediaType);
    });
  }
}
