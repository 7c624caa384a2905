package app.photoplay.command;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.message.Person;
import app.photoplay.intake.Accounts;

/// Who may press a button that is another account's: the administrators of a group or a channel
/// where somebody has written in its name.
final class Deciders {
  private final Accounts accounts;

  Deciders(Accounts accounts) {
    this.accounts = accounts;
  }

  enum Answer {
    YES,
    /// It is a chat's, and the person does not speak for it.
    NOT_AN_ADMINISTRATOR,
    NOT_THEIRS
  }

  /// @param owner whose button it is
  Answer may(Person person, AccountId owner, ChatPlatform platform) throws InterruptedException {
    boolean chats = false;
    for (Person named : accounts.on(platform.name(), owner)) {
      if (platform.chat(named)) {
        chats = true;
        if (platform.administers(person, named.id())) {
          return Answer.YES;
        }
      }
    }
    return chats ? Answer.NOT_AN_ADMINISTRATOR : Answer.NOT_THEIRS;
  }
}
