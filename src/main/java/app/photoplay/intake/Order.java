package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.job.JobRequest;
import app.photoplay.job.StoredFile;
import java.util.List;
import java.util.Optional;

/// A wish of one person.
///
/// @param inputs files that the request names, already kept
/// @param fresh whether to make it even though it was made before
/// @param draft the draft that it is made from
/// @param agreed whether the person has seen the price, where somebody else is to be paid
public record Order(
    AccountId account,
    JobRequest request,
    List<StoredFile> inputs,
    OrderTrigger occasion,
    boolean fresh,
    Optional<FromDraft> draft,
    boolean agreed) {
  public Order {
    inputs = List.copyOf(inputs);
  }

  /// Of somebody who has seen the price.
  public Order(
      AccountId account,
      JobRequest request,
      List<StoredFile> inputs,
      OrderTrigger occasion,
      boolean fresh,
      Optional<FromDraft> draft) {
    this(account, request, inputs, occasion, fresh, draft, true);
  }

  /// Names a draft that an order is made from. Each revision of a draft is ordered once.
  ///
  /// @param completes the code of the draft that is over with this: it is forgotten with all of its
  ///   purpose in its conversation. Empty when none is
  public record FromDraft(String code, int revision, String completes) {}
}
