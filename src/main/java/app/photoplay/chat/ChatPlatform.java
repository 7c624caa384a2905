package app.photoplay.chat;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import java.nio.file.Path;
import java.util.List;

/// A place where people talk to the bot.
///
/// All methods may be called from any thread at once and block while they talk to the platform, and
/// while results and answers wait for their turn in its rates. None repeats a send that failed: the
/// caller decides by the outcome.
public interface ChatPlatform {

  /// Short, lower case, as in [Conversation#platform()].
  String name();

  /// Tells the platform which commands there are and begins to pass updates on. Returns at once,
  /// also when the platform cannot be reached yet.
  void start(UpdateSink sink, List<CommandInfo> commands);

  /// Stops taking updates; sending goes on until [#close()], and it may be started again.
  void stop();

  /// Whether only one program at a time may take its updates.
  default boolean exclusive() {
    return false;
  }

  /// What the programs are elected for that take its updates: the platform, or a part of it that is
  /// this program's by its settings.
  default String seat() {
    return name();
  }

  /// Whether commands have fields for what they take, instead of words behind their name. In a
  /// group of such a platform nothing else that people write is read.
  default boolean typedCommands() {
    return false;
  }

  /// Whether people state with the files of a command that those who are seen agreed. Elsewhere
  /// they are asked, or the files are not used.
  default boolean vouched() {
    return false;
  }

  /// Whether nobody is asked here who shall be paid: who gives a command has named it.
  default boolean unasked() {
    return false;
  }

  /// How a command is written there so that it reaches the bot: without its slash.
  default String addressed(String command, Conversation in) {
    return command;
  }

  /// Whether this is no person but a group or channel in whose name somebody wrote.
  default boolean chat(Person person) {
    return false;
  }

  /// Whether somebody may decide for a chat in whose name others of theirs have written. May ask
  /// the platform; where that fails nobody may.
  ///
  /// @param chat the platform's id of a group or channel
  default boolean administers(Person person, String chat) throws InterruptedException {
    return false;
  }

  /// Shows what other programs have changed in conversations that are open here.
  default void refresh() {}

  /// Frees everything.
  void close();

  SendOutcome send(Conversation conversation, OutboundMessage message) throws InterruptedException;

  /// Replaces a message; a text may become a video. Progress does not wait for its turn: when there
  /// is no room for it now the outcome is [SendOutcome.Later].
  SendOutcome edit(MessageRef message, OutboundMessage replacement) throws InterruptedException;

  /// Shows that an update was seen: a reaction, or the end of a button's spinner. Never fails and
  /// never waits; a courtesy, left out when there is more important to send. A message is
  /// acknowledged as soon as it is on disk, before it is worked on; a press when it has led to
  /// something, because most platforms take one answer to a press, and the notice is it. A platform
  /// that wants its answer sooner gives it itself when the sink has the press (Discord, which takes
  /// none after 3 s) or when that lasts (Telegram, where a spinner turns till then), and says the
  /// notice afterwards.
  ///
  /// @param notice a few words for the person alone, may be empty
  void acknowledge(ChatUpdate update, String notice);

  /// Whether a message that is not its answer may be sent in reply to this one: where a command
  /// takes exactly one answer it must be left to it.
  default boolean quotable(MessageRef message) {
    return true;
  }

  /// Fetches a file into `target`, never more than `limit` bytes; tries once.
  Download download(Attachment attachment, Path target, long limit) throws InterruptedException;

  PlatformLimits limits(Conversation conversation);

  /// How many results and answers wait for their turn in the platform's rates.
  default int waiting() {
    return 0;
  }

  /// Whether updates are coming in, for the health page and the doctor: empty when all is well,
  /// else one sentence.
  String trouble();
}
