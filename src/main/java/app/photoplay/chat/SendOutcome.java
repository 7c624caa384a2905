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

  /// Nothing was shown; trying again may help, after this time at the earliest.
  record Later(Duration pause) implements SendOutcome {}

  /// The message to edit is gone or cannot be edited any more.
  record MessageGone() implements SendOutcome {}

  /// The conversation does not take messages from us any more (blocked, kicked, deleted).
  record ConversationGone() implements SendOutcome {}

  /// The platform refuses this message for good, for example because the file is too large.
  record Rejected(String reason) implements SendOutcome {}

  /// It may or may not have arrived.
  ///
  /// @param answered whether the platform said that it failed, so that most likely nothing was
  ///   shown; else the connection broke while the answer was awaited, and most likely it was
  record Unsure(Throwable cause, boolean answered) implements SendOutcome {}
}
