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
public record Order(
    AccountId account,
    JobRequest request,
    List<StoredFile> inputs,
    OrderTrigger occasion,
    boolean fresh,
    Optional<FromDraft> draft) {
  public Order {
    inputs = List.copyOf(inputs);
  }

  /// Names a draft that an order is made from. Each revision of a draft is ordered once.
  ///
  /// @param completes the code of the draft that is over with this: it is forgotten with all of its
  ///   purpose in its conversation. Empty when none is
  public record FromDraft(String code, int revision, String completes) {}
}
