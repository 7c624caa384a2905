package app.photoplay.command;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What came in, on disk until it is handled; each method is one transaction. Several programs may
/// share it: what one has written down or taken, that one handles.
public interface InboxStore {

  /// Writes an update down.
  ///
  /// @return whether it is new; one of the same platform and id was perhaps handled already
  boolean record(String platform, String id, String payload, Instant now);

  /// Takes the updates of these platforms that were not handled and that no living program is
  /// handling; their payloads, oldest first.
  List<String> take(Set<String> platforms);

  /// Notes that an update is dealt with and forgets what was in it.
  void handled(String platform, String id, Instant now);
}
