package app.photoplay.chat.telegram;

import java.util.List;
import java.util.OptionalLong;

/// Which update to ask for next, so that everything before it is confirmed and nothing that has not
/// been received.
///
/// Telegram's ids grow by one, with small gaps, and begin anew somewhere after an idle week. An id
/// that does not fit is not believed at first: it would confirm what was never received, or nothing
/// for ever. As each update has a higher id than the one before, as many as have come can be
/// confirmed without reading any id.
final class UpdateCursor {

  /// Ids that belong together are closer than this.
  private static final long GAP = 1_000_000;

  /// So often in a row an id that does not fit is not believed.
  private static final int DOUBTS = 3;

  private long next;
  private int doubts;

  /// The update to ask for; 0 for the earliest that is not confirmed.
  long next() {
    return next;
  }

  /// How often in a row the ids of a batch did not fit; the next poll should wait.
  int doubts() {
    return doubts;
  }

  /// Whether the last id was believed though it does not fit, so that lower ones may be waiting.
  boolean leapt() {
    return doubts > DOUBTS;
  }

  /// Everything of a batch was taken.
  ///
  /// @param ids in the batch's order, empty where there was none that could be read
  void advance(List<OptionalLong> ids) {
    if (ids.isEmpty()) {
      next = leapt() ? 0 : next;
      doubts = 0;
      return;
    }
    List<Long> known =
        ids.stream().filter(OptionalLong::isPresent).map(OptionalLong::getAsLong).toList();
    long from = next == 0 ? lowest(known) : next;
    OptionalLong last =
        known.reversed().stream()
            .filter(id -> id >= from && id - from < GAP)
            .mapToLong(Long::longValue)
            .findFirst();
    if (last.isPresent()) {
      next = last.getAsLong() + 1;
      doubts = 0;
      return;
    }
    doubts++;
    if (leapt() && !known.isEmpty()) {
      List<Long> ahead = known.stream().filter(id -> id >= from).toList();
      next = lowest(ahead.isEmpty() ? known : ahead) + 1;
    } else {
      next = Math.max(next, 1) + ids.size();
    }
  }

  private static long lowest(List<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).min().orElse(0);
  }
}
