package app.photoplay.command;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.intake.Order.FromDraft;
import app.photoplay.job.JobRequest;
import app.photoplay.job.StoredFile;
import java.util.List;
import java.util.Optional;

/// What a command leads to.
public sealed interface CommandResult {

  /// An answer.
  record Say(OutboundMessage message) implements CommandResult {}

  /// What the message whose button was pressed says from now on.
  ///
  /// @param words a few to the person who pressed it, may be empty
  record Change(OutboundMessage message, String words) implements CommandResult {
    public Change(OutboundMessage message) {
      this(message, "");
    }
  }

  /// Only a few words to the person who pressed a button.
  record Notice(String words) implements CommandResult {}

  /// A job.
  ///
  /// @param inputs files that the request names, already kept
  /// @param fresh whether to make it even though it was made before
  /// @param draft the draft that it is made from
  /// @param agreed whether the person has seen the price, where somebody else is to be paid
  /// @param words a few to the person who pressed a button for it, may be empty
  record Order(
      JobRequest request,
      List<StoredFile> inputs,
      boolean fresh,
      Optional<FromDraft> draft,
      boolean agreed,
      String words)
      implements CommandResult {
    public Order {
      inputs = List.copyOf(inputs);
    }

    public Order(
        JobRequest request,
        List<StoredFile> inputs,
        boolean fresh,
        Optional<FromDraft> draft,
        boolean agreed) {
      this(request, inputs, fresh, draft, agreed, "");
    }

    /// Of somebody who has not seen the price yet.
    public Order(
        JobRequest request, List<StoredFile> inputs, boolean fresh, Optional<FromDraft> draft) {
      this(request, inputs, fresh, draft, false);
    }

    /// The same of somebody who has.
    public Order asAgreed() {
      return new Order(request, inputs, fresh, draft, true, words);
    }

    /// The same with a few words to the person.
    public Order saying(String told) {
      return new Order(request, inputs, fresh, draft, agreed, told);
    }
  }
}
