package app.photoplay.intake;

import app.photoplay.chat.message.MessageRef;

/// What made a person's wish: the place to answer, and a key under which the same press or message
/// counts only once, also when it comes again after a crash.
///
/// @param message the person's message, or ours whose button was pressed
/// @param button the pressed button's data, empty for a message
/// @param press the platform's id of this one press, or of an edit of the message; else empty
/// @param language in which to answer
public record OrderTrigger(MessageRef message, String button, String press, String language) {

  /// Names the occasion within its conversation.
  public String key() {
    return button.isEmpty()
        ? written(message) + (press.isEmpty() ? "" : ":" + press)
        : pressed() + press;
  }

  /// The key of a message as it was first written; those of its edits go on with a colon.
  public static String written(MessageRef message) {
    return "m:" + message.message();
  }

  /// What the keys of all presses of one button begin with: while its work goes on they count as
  /// one. Empty for a message.
  public String pressed() {
    return button.isEmpty() ? "" : "b:" + message.message() + ":" + button + ":";
  }
}
