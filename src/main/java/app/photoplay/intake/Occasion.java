package app.photoplay.intake;

import app.photoplay.chat.MessageRef;

/// What made a person's wish: the place to answer, and a key under which the same tap or message
/// counts only once.
///
/// @param message the person's message, or ours whose button was pressed
/// @param button the pressed button's data, empty for a message
/// @param language in which to answer
public record Occasion(MessageRef message, String button, String language) {

  /// Names the occasion within its conversation.
  public String key() {
    return button.isEmpty() ? "m:" + message.message() : "b:" + message.message() + ":" + button;
  }

  /// A message is written once; a button may be pressed again once its work is over.
  public boolean once() {
    return button.isEmpty();
  }
}
