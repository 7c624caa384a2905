package app.photoplay.chat;

import java.time.Duration;
import java.util.Optional;

/// What became of a message that was sent or edited.
public sealed interface SendOutcome {
  /// It is there (also when an edit changed nothing).
  ///
  /// @param message its id
  /// @param platformFile the platform's id of the uploaded video, for sending it again without an
  ///   upload
  record Sent(String message, Optional<String> platformFile) implements SendOutcome {}

  /// The platform asks to wait; nothing was shown.
  record Later(Duration pause) implements SendOutcome {}

  /// The message to edit is gone or cannot be edited any more.
  record MessageGone() implements SendOutcome {}

  /// The conversation does not take messages from us any more (blocked, kicked, deleted).
  record ConversationGone() implements SendOutcome {}

  /// The platform refuses this message for good, for example because the file is too large.
  record Rejected(String reason) implements SendOutcome {}

  /// It may or may not have arrived: the connection broke while the answer was awaited.
  record Unsure(Throwable cause) implements SendOutcome {}
}
