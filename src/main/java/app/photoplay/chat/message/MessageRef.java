package app.photoplay.chat.message;

/// One message, so that it can be answered or edited.
///
/// @param message the platform's own id of the message inside its conversation
public record MessageRef(Conversation conversation, String message) {}
