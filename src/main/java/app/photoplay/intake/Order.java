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
/// @param draft the code of the draft that this completes
public record Order(
    AccountId account,
    JobRequest request,
    List<StoredFile> inputs,
    OrderTrigger occasion,
    boolean fresh,
    Optional<String> draft) {
  public Order {
    inputs = List.copyOf(inputs);
  }
}
