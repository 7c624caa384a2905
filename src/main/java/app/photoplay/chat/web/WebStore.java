package app.photoplay.chat.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the messages of all web conversations. Every method is one transaction, may be called from
/// any thread, and what it wrote is on disk when it returns.
///
/// Each visitor has a counter of changes that starts at 0. Every method that alters a message adds
/// one to it and writes the new value into the message's `change`. A reader that has read all
/// changes up to n never finds a change of n or less afterwards that it did not see: the counter
/// must be raised in the order of the commits.
public interface WebStore {

  /// Takes a visitor in who has never written: counts them once among the new ones of a day and of
  /// a network, however many come at once. Changes nothing when they are known.
  ///
  /// @param day a number that rises by one each day
  /// @param network where the visitor comes from, not as plain text
  Admission admit(String visitor, String network, long day, WebSettings.Visitors most);

  /// Whether a visitor may write.
  enum Admission {
    WELCOME,
    /// So many new ones have come from that network today.
    TOO_MANY_THERE,
    /// So many new ones have come today.
    TOO_MANY_TODAY
  }

  /// Adds a message at the end of the conversation: `number` one above the visitor's highest,
  /// `seen` false. Returns the one that is there, unaltered, when the visitor has a message with
  /// this id.
  WebMessage add(String visitor, String id, boolean own, Instant time, String content);

  /// Replaces the content; number, time, own and seen stay. The same content again changes nothing.
  /// Empty when the visitor has no such message.
  Optional<WebMessage> replace(String visitor, String id, String content);

  /// Marks as seen; a message that is seen already does not change. Empty when the visitor has no
  /// such message.
  Optional<WebMessage> see(String visitor, String id);

  Optional<WebMessage> find(String visitor, String id);

  /// The last `limit` messages whose number is below `before`, oldest first.
  List<WebMessage> newest(String visitor, long before, int limit);

  /// The first `limit` messages whose change is above `change`, in the order of their changes.
  List<WebMessage> changedAfter(String visitor, long change, int limit);

  /// The counters of those visitors that are known.
  Map<String, Long> lastChanges(Collection<String> visitors);

  /// The visitor's counter of changes, 0 for an unknown visitor.
  long lastChange(String visitor);
}
