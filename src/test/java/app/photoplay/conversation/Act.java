package app.photoplay.conversation;

/// Something that a person did: a message, a call of a command, a press.
///
/// @param told what the person alone was told about it at once, such as a notice over the chat;
///   empty when there was nothing
record Act(String id, String told) implements Said {
  Act(String id) {
    this(id, "");
  }
}
