package app.photoplay.command;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.MessageRef;

/// Results that could not be shown where they belong, because that conversation takes no messages
/// any more.
@FunctionalInterface
public interface WaitingResults {

  /// Sees to it that a person is shown some of theirs, where they have just written, as far as they
  /// may be seen there. What is to be shown is on disk afterwards; repeating it shows nothing
  /// twice.
  void show(AccountId account, MessageRef written, String language);
}
