package app.photoplay.chat.update;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something a person did. Stored as JSON until it is handled, so a restart can handle it again.
public sealed interface ChatUpdate {

  /// The platform's id of this update: the same again when the platform sends it again.
  String id();

  Person from();

  /// The message that was written, or whose button was pressed.
  MessageRef message();

  /// What was said, where this only says how it came.
  default ChatUpdate said() {
    return switch (this) {
      case Edited edited -> edited.now();
      case AlbumItem item -> item.now();
      case CommandCall _, PlainMessage _, Joined _, ButtonPress _ -> this;
    };
  }

  /// A command, with its `/` and any `@bot` taken off.
  ///
  /// @param command lower case: `talk`
  /// @param words what stood behind the command, stripped
  /// @param options named choices where the platform has them (`voice`, `speed`, `pitch`, `aspect`,
  ///   `quality`, `style`, `captions`, `label`)
  /// @param attachments of this message
  record CommandCall(
      String id,
      Person from,
      MessageRef message,
      String command,
      String words,
      Map<String, String> options,
      List<Attachment> attachments,
      Optional<Replied> replied)
      implements ChatUpdate {
    public CommandCall {
      options = Map.copyOf(options);
      attachments = List.copyOf(attachments);
    }
  }

  /// A message that is no command.
  ///
  /// @param words text or caption, stripped, may be empty
  /// @param options named choices where the platform has them (`voice`, `aspect`, `quality`,
  ///   `style`, `captions`, `label`)
  record PlainMessage(
      String id,
      Person from,
      MessageRef message,
      String words,
      Map<String, String> options,
      List<Attachment> attachments,
      Optional<Replied> replied)
      implements ChatUpdate {
    public PlainMessage {
      options = Map.copyOf(options);
      attachments = List.copyOf(attachments);
    }
  }

  /// One of several messages that a platform makes of what a person sent together.
  ///
  /// @param album names what was sent together, in its chat
  /// @param now the message: a [CommandCall] or a [PlainMessage]
  record AlbumItem(String album, ChatUpdate now) implements ChatUpdate {
    @Override
    public String id() {
      return now.id();
    }

    @Override
    public Person from() {
      return now.from();
    }

    @Override
    public MessageRef message() {
      return now.message();
    }
  }

  /// The bot was added to a group.
  ///
  /// @param from who added it, where the platform says so
  /// @param message of the group, without an id
  record Joined(String id, Person from, MessageRef message) implements ChatUpdate {
    public Joined(String id, Person from, Conversation group) {
      this(id, from, new MessageRef(group, ""));
    }
  }

  /// A message that was written before says something else by now.
  ///
  /// @param id of this edit, among those of its message
  /// @param now as it stands: a [CommandCall] or a [PlainMessage]
  record Edited(String id, ChatUpdate now) implements ChatUpdate {
    @Override
    public Person from() {
      return now.from();
    }

    @Override
    public MessageRef message() {
      return now.message();
    }
  }

  /// A button under one of our messages was pressed. The data comes from the outside and may be
  /// forged.
  record ButtonPress(String id, Person from, MessageRef message, String data)
      implements ChatUpdate {}

  /// The message that was replied to.
  ///
  /// @param ours whether it is one of the bot's own messages
  record Replied(MessageRef message, boolean ours, List<Attachment> attachments) {
    public Replied {
      attachments = List.copyOf(attachments);
    }
  }
}
