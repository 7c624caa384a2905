package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.WrittenCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Turns Telegram's updates into ours, and leaves out what is not meant for us: other bots,
/// channels, service messages, commands for other bots, and talk in a group that is neither a
/// command, nor a reply to us, nor mentions us.
final class UpdateTranslator {

  static final String PLATFORM = "telegram";

  private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,512}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

  /// Telegram's own bots, which stand for who writes as a group (anonymous administrators) and as a
  /// channel.
  private static final long FOR_GROUPS = 1_087_968_824;

  private static final long FOR_CHANNELS = 136_817_688;

  private static final Set<String> AWAY = Set.of("left", "kicked");
  private static final Set<String> HERE = Set.of("member", "administrator", "restricted");

  private final long ourId;
  private final String ourName;
  private final Pattern mention;

  UpdateTranslator(User us) {
    ourId = us.getId();
    ourName = us.getUserName() == null ? "" : us.getUserName();
    mention =
        Pattern.compile(
            "\\s*(?<![A-Za-z0-9_@])@" + Pattern.quote(ourName) + "(?![A-Za-z0-9_])",
            Pattern.CASE_INSENSITIVE);
  }

  /// @param id of the update
  /// @throws RuntimeException when something is missing without which the update means nothing
  Optional<ChatUpdate> translate(long id, Update update) {
    if (update.getMessage() != null) {
      Message message = update.getMessage();
      String album = message.getMediaGroupId();
      return message(id, message)
          .map(it -> album == null ? it : new ChatUpdate.AlbumItem(identifier(album), it));
    }
    if (update.getEditedMessage() != null) {
      Message edited = update.getEditedMessage();
      return message(id, edited).map(now -> new ChatUpdate.Edited(edit(edited), now));
    }
    if (update.getMyChatMember() != null) {
      return joined(id, update.getMyChatMember());
    }
    if (update.getCallbackQuery() != null) {
      return press(update.getCallbackQuery());
    }
    return Optional.empty();
  }

  private Optional<ChatUpdate> message(long updateId, Message message) {
    User from = message.getFrom();
    boolean writable = message.getChat().isUserChat() || isGroup(message.getChat());
    if (from == null || !writable || isForwardedByTelegram(message)) {
      return Optional.empty();
    }
    Optional<Person> author = author(message, from);
    if (author.isEmpty()) {
      return Optional.empty();
    }
    Person person = author.get();
    String id = Long.toString(updateId);
    var conversation = conversation(message);
    var ref = new MessageRef(conversation, message.getMessageId().toString());
    var attachments = Attachments.of(message);
    var replied = replied(message, conversation);
    String words = words(message);
    WrittenCommand command = WrittenCommand.in(words).orElse(null);
    if (command != null) {
      return command.bot().isEmpty() || command.bot().equalsIgnoreCase(ourName)
          ? Optional.of(command.call(id, person, ref, attachments, replied))
          : Optional.empty();
    }
    boolean addressed = mentioned(words);
    boolean answersUs = replied.map(ChatUpdate.Replied::ours).orElse(false);
    if (conversation.group() && !addressed && !answersUs) {
      return Optional.empty();
    }
    if (words.isEmpty() && attachments.isEmpty() && !isContent(message)) {
      return Optional.empty();
    }
    String rest = addressed ? mention.matcher(words).replaceAll("").strip() : words;
    return Optional.of(
        new ChatUpdate.PlainMessage(id, person, ref, rest, Map.of(), attachments, replied));
  }

  private static Optional<ChatUpdate> joined(long id, ChatMemberUpdated member) {
    boolean added =
        AWAY.contains(member.getOldChatMember().getStatus())
            && HERE.contains(member.getNewChatMember().getStatus());
    return added && isGroup(member.getChat())
        ? Optional.of(
            new ChatUpdate.Joined(
                Long.toString(id), person(member.getFrom()), conversation(member.getChat(), "")))
        : Optional.empty();
  }

  /// Tells an edit from others of the message: several may be made within a second.
  private static String edit(Message message) {
    return message.getEditDate() + "-" + Integer.toHexString(words(message).hashCode());
  }

  private Optional<ChatUpdate> press(CallbackQuery query) {
    if (query.getMessage() == null || query.getData() == null || query.getFrom().getIsBot()) {
      return Optional.empty();
    }
    // an old message is "inaccessible": only its chat and id are known
    var conversation =
        query.getMessage() instanceof Message message
            ? conversation(message)
            : conversation(query.getMessage().getChat(), "");
    var ref = new MessageRef(conversation, query.getMessage().getMessageId().toString());
    // not the update's id: a press that comes again under a new one is still the same press
    return Optional.of(
        new ChatUpdate.ButtonPress(
            identifier(query.getId()), person(query.getFrom()), ref, Text.clean(query.getData())));
  }

  /// What the platform names something by: it goes back to the platform as it came, or not at all.
  static String identifier(@Nullable String id) {
    if (id == null || !IDENTIFIER.matcher(id).matches()) {
      throw new IllegalArgumentException("an identifier that is none");
    }
    return id;
  }

  private static String words(Message message) {
    String words = message.getText() != null ? message.getText() : message.getCaption();
    return words == null ? "" : Text.clean(words).strip();
  }

  private boolean mentioned(String words) {
    return !ourName.isEmpty() && mention.matcher(words).find();
  }

  private Optional<ChatUpdate.Replied> replied(Message message, Conversation conversation) {
    Message to = message.getReplyToMessage();
    // in a topic everything "replies" to the message that opened the topic
    if (to == null || to.getForumTopicCreated() != null) {
      return elsewhere(message, conversation);
    }
    boolean ours = to.getFrom() != null && to.getFrom().getId() == ourId;
    var ref = new MessageRef(conversation, to.getMessageId().toString());
    return Optional.of(new ChatUpdate.Replied(ref, ours, attachments(to)));
  }

  /// A reply to what was written in another chat brings its photo along, and no message of this
  /// one.
  private static Optional<ChatUpdate.Replied> elsewhere(
      Message message, Conversation conversation) {
    if (message.getExternalReplyInfo() == null) {
      return Optional.empty();
    }
    var ref = new MessageRef(conversation, message.getMessageId().toString());
    try {
      List<Attachment> photo = Attachments.of(message.getExternalReplyInfo());
      return photo.isEmpty()
          ? Optional.empty()
          : Optional.of(new ChatUpdate.Replied(ref, false, photo));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Who wrote: where people write in the name of the group or of a channel of theirs, Telegram
  /// puts a bot of its own in their place. Empty for a real bot.
  private static Optional<Person> author(Message message, User from) {
    Chat named = message.getSenderChat();
    boolean standIn = from.getId() == FOR_GROUPS || from.getId() == FOR_CHANNELS;
    if (standIn && named != null && isGroup(message.getChat())) {
      return Optional.of(new Person(PLATFORM, named.getId().toString(), "", ""));
    }
    return from.getIsBot() ? Optional.empty() : Optional.of(person(from));
  }

  /// What is replied to may be old or broken: what the person wrote counts all the same.
  private static List<Attachment> attachments(Message replied) {
    try {
      return Attachments.of(replied);
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  private static Conversation conversation(Message message) {
    // outside of topics the field names a chain of replies, which is no place to write to
    boolean topic = message.isTopicMessage() && message.getMessageThreadId() != null;
    return conversation(message.getChat(), topic ? message.getMessageThreadId().toString() : "");
  }

  private static Conversation conversation(Chat chat, String thread) {
    return new Conversation(PLATFORM, chat.getId().toString(), thread, isGroup(chat));
  }

  private static Person person(User user) {
    String language = user.getLanguageCode();
    boolean tag = language != null && LANGUAGE.matcher(language).matches();
    return new Person(PLATFORM, user.getId().toString(), tag ? language : "", "");
  }

  private static boolean isGroup(Chat chat) {
    return chat.isGroupChat() || chat.isSuperGroupChat();
  }

  /// A post of a channel that Telegram copies into the discussion group.
  private static boolean isForwardedByTelegram(Message message) {
    @Nullable Boolean automatic = message.getIsAutomaticForward();
    return automatic != null && automatic;
  }

  /// Something that a person sent but that we have no words for, unlike "X pinned a message".
  private static boolean isContent(Message message) {
    return message.hasContact()
        || message.hasLocation()
        || message.hasPoll()
        || message.hasDice()
        || message.hasStory()
        || message.hasPaidMedia();
  }

  /// Names of the kinds of updates that we ask for.
  static List<String> wanted() {
    return List.of("message", "edited_message", "callback_query", "my_chat_member");
  }
}
