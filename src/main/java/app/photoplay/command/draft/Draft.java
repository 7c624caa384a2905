package app.photoplay.command.draft;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.intake.Order;
import java.time.Instant;
import java.util.Optional;

/// Something that waits for a person's words or taps.
///
/// @param code names it in buttons
/// @param revision counts its changes, from 1; each is ordered at most once
/// @param purpose what it waits for, a word of the command that made it
/// @param payload JSON of that command's own
/// @param ends when it is not offered any more
public record Draft(
    String code,
    int revision,
    AccountId account,
    Conversation conversation,
    String purpose,
    String payload,
    Instant ends) {

  /// Says in an order that it is made from this draft, which stays and may be changed and ordered
  /// again.
  public Optional<Order.FromDraft> used() {
    return Optional.of(new Order.FromDraft(code, revision, ""));
  }

  /// The same for an order with which this draft is over, together with all of its purpose in the
  /// conversation.
  public Optional<Order.FromDraft> completed() {
    return Optional.of(new Order.FromDraft(code, revision, code));
  }
}
