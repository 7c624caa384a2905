package app.photoplay.command;

import java.time.Instant;
import java.util.List;

/// What came in, on disk until it is handled; each method is one transaction.
public interface InboxStore {

  /// Writes an update down.
  ///
  /// @return whether it is new; one of the same platform and id was perhaps handled already
  boolean record(String platform, String id, String payload, Instant now);

  /// The payloads of updates that were not handled yet, oldest first.
  List<String> unhandled();

  /// Notes that an update is dealt with and forgets what was in it.
  void handled(String platform, String id, Instant now);
}
