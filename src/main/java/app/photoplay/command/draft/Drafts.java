package app.photoplay.command.draft;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What waits for people between two orders, for days or weeks, also across restarts. Words and
/// taps change a draft; each change gives it the next revision.
///
/// The transaction that accepts an order notes the draft's revision, and refuses a second order of
/// it: also when two presses come at once, or one comes again under another id.
public interface Drafts {
  /// How long a draft lives that people need not decide about soon.
  Duration LONG = Duration.ofDays(28);

  /// Stores a draft of revision 1.
  ///
  /// @param life how long it is offered
  Draft save(
      AccountId account,
      Conversation conversation,
      String purpose,
      String payload,
      Instant now,
      Duration life);

  /// What a button's code stands for.
  ///
  /// @param revision that the button showed, or [app.photoplay.chat.button.ButtonData#ANY]
  Found find(AccountId account, String code, int revision, Instant now);

  /// The account's newest draft of that purpose in that conversation that has not ended.
  Optional<Draft> latest(AccountId account, Conversation conversation, String purpose, Instant now);

  /// All of that purpose in that conversation that have not ended, oldest first.
  List<Draft> all(AccountId account, Conversation conversation, String purpose, Instant now);

  /// Stores another payload as the same revision: its buttons go on. Changes nothing when the draft
  /// has got another revision in the meantime, or is gone.
  void amend(Draft draft, String payload);

  /// Stores another payload as the next revision; empty, and nothing is changed, when the draft has
  /// got another revision in the meantime, or is gone.
  Optional<Draft> change(Draft draft, String payload);

  /// Forgets a draft that something newer has taken the place of.
  void drop(String code);

  /// What a code stands for.
  sealed interface Found {
    /// It waits.
    record Open(Draft draft) implements Found {}

    /// It waits, but says something else by now than the button's message.
    record Changed(Draft draft) implements Found {}

    /// This revision was ordered; another may still be made of it.
    record Ordered(Draft draft) implements Found {}

    /// It was offered until then.
    record Ended(Instant when) implements Found {}

    /// Ended long ago, another person's, or made up.
    record Unknown() implements Found {}
  }
}
