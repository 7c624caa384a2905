package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import org.jspecify.annotations.Nullable;

/// A chat to write to and, for edits, the message in it.
///
/// When a group becomes a supergroup it gets a new id and counts its messages anew, while callers
/// go on using the old conversation. A message sent after the move is therefore named `<new
/// chat>/<message>`, one from before it plainly `<message>`, so that the two are never taken for
/// one another.
///
/// @param chat Telegram's id
/// @param thread Telegram's id of the topic, or null
/// @param message 0 for none
record Target(String chat, @Nullable Integer thread, int message) {

  static Target of(Conversation conversation) {
    String thread = conversation.thread();
    return new Target(conversation.chat(), thread.isEmpty() ? null : Integer.valueOf(thread), 0);
  }

  static Target of(MessageRef ref) {
    Target place = of(ref.conversation());
    int slash = ref.message().indexOf('/');
    int message = Integer.parseInt(ref.message().substring(slash + 1));
    return slash < 0
        ? new Target(place.chat, place.thread, message)
        : new Target(ref.message().substring(0, slash), null, message);
  }

  /// Whether others can read along; the ids of people are positive.
  boolean group() {
    return chat.startsWith("-");
  }

  Target movedTo(String supergroup) {
    return new Target(supergroup, null, 0);
  }

  /// The name of a message that was sent here for somebody who asked to send it to `conversation`.
  String name(Conversation conversation, int sent) {
    return chat.equals(conversation.chat()) ? Integer.toString(sent) : chat + "/" + sent;
  }
}
