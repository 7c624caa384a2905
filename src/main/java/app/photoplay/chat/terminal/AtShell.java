package app.photoplay.chat.terminal;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.wording.Wording;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The person at the shell: what they do, as every platform says it. Thread-safe.
final class AtShell {
  private final Conversation conversation;
  private final AtomicInteger done = new AtomicInteger();

  AtShell(Conversation conversation) {
    this.conversation = conversation;
  }

  ChatUpdate.PlainMessage message(
      String words, Map<String, String> options, List<Attachment> attachments) {
    String id = id();
    return new ChatUpdate.PlainMessage(
        id, person(), message(id), words.strip(), options, attachments, Optional.empty());
  }

  ChatUpdate.CommandCall call(
      String name, String words, Map<String, String> options, List<Attachment> attachments) {
    String id = id();
    return new ChatUpdate.CommandCall(
        id, person(), message(id), name, words.strip(), options, attachments, Optional.empty());
  }

  ChatUpdate.ButtonPress press(MessageRef at, String data) {
    return new ChatUpdate.ButtonPress(id(), person(), at, data);
  }

  static Attachment file(Attachment.Kind kind, Path file) {
    return file(kind, file, String.valueOf(file.getFileName()));
  }

  static Attachment file(Attachment.Kind kind, Path file, String name) {
    return new Attachment(kind, file.toAbsolutePath().toString(), name, "", -1);
  }

  /// Each update has another.
  private String id() {
    return conversation.chat() + "-" + done.getAndIncrement();
  }

  private MessageRef message(String id) {
    return new MessageRef(conversation, id);
  }

  private Person person() {
    return new Person(
        conversation.platform(), "local", Wording.SHELL, ZoneId.systemDefault().getId());
  }
}
