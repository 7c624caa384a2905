package app.photoplay.command.inbox;

import app.photoplay.delivery.Answer;
import app.photoplay.delivery.Reply;
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
  /// handling, oldest first.
  List<Left> take(Set<String> platforms);

  /// Notes that an update is dealt with, forgets what was in it, and writes down what is to be said
  /// about it.
  ///
  /// @return the answers to be sent; none when another program has handled it, which sends its own
  List<Answer> handled(String platform, String id, List<Reply> replies, Instant now);

  /// An update that was left.
  ///
  /// @param since when it was written down
  record Left(String payload, Instant since) {}
}
