package app.photoplay.command.inbox;

import app.photoplay.chat.update.RejectedUpdate;
import java.time.Instant;
import java.util.Optional;

/// Updates that could not be read or recorded, kept for the operator: a bounded number of them, and
/// of each its beginning. Each method is one transaction.
public interface QuarantineStore {

  /// Keeps an update; the same one again changes nothing. When there are too many the oldest go.
  void put(RejectedUpdate update, Instant now);

  /// How many are kept, empty when there are none.
  Optional<Kept> kept();

  /// Forgets what came before.
  void forget(Instant before);

  /// What is kept.
  ///
  /// @param latest when the last one came
  record Kept(int updates, Instant latest) {

    /// A sentence for the operator.
    public String sentence() {
      return updates == 1
          ? "One update could not be read or recorded and was put aside at " + latest + "."
          : updates
              + " updates could not be read or recorded and were put aside, the last at "
              + latest
              + ".";
    }
  }
}
