package app.photoplay.command;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import java.time.Instant;
import java.util.Optional;

/// Unfinished wishes: a photo that waits for words, a proposal that waits for a tap. A draft that
/// becomes an order is forgotten by the transaction that accepts the order.
public interface Drafts {

  /// Stores a draft and gives it a code for buttons.
  String save(Draft draft, Instant now);

  /// The account's draft of that code, if it was saved after `since`.
  Optional<Draft> find(AccountId account, String code, Instant since);

  /// The account's newest draft of that purpose in that conversation, if it was saved after
  /// `since`.
  Optional<Saved> latest(
      AccountId account, Conversation conversation, String purpose, Instant since);

  /// Stores another payload under the code of a draft, which keeps its age. A draft that is gone
  /// stays so.
  void change(String code, String payload);

  /// Forgets a draft that something newer has taken the place of.
  void drop(String code);

  /// A stored draft with its code.
  record Saved(String code, Draft draft) {}

  /// A draft.
  ///
  /// @param purpose what it waits for, a word of the command that made it
  /// @param payload JSON of that command's own
  record Draft(AccountId account, Conversation conversation, String purpose, String payload) {}
}
