package app.photoplay.delivery;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The outbox on disk; each method is one transaction. Several programs may share it: each delivery
/// is done by the one that has taken it, and what the others write about it changes nothing.
public interface DeliveryStore {

  /// Takes the deliveries to these platforms that are not over and that no living program has
  /// taken, oldest first.
  List<Delivery> take(Set<String> platforms);

  /// The deliveries that are not over and that this program has taken.
  List<Delivery> open();

  /// The deliveries of one job that are not over and that this program has taken.
  List<Delivery> open(JobId job);

  /// The jobs that have ended and whose result this program is to show.
  List<JobId> due();

  /// A delivery that this program has taken.
  Optional<Delivery> find(long id);

  /// Notes our message that shows the progress.
  void placed(long id, String message);

  /// Forgets that message, because it is gone.
  void lost(long id);

  void move(long id, Delivery.State state);

  /// Ends a delivery whose conversation takes no messages any more. What it was to show waits until
  /// its person writes somewhere.
  void leaveWaiting(long id);

  /// Whether anything waits for this person.
  boolean waits(AccountId account);

  /// Addresses what waits for a person to where they wrote now, oldest first and a few at a time:
  /// each becomes a new delivery, due and this program's. What belongs to a conversation with the
  /// person alone is not shown where others read, what belongs to a group in no other group. What
  /// the person is shown or was shown otherwise waits no longer. Calling again, also from another
  /// program, never addresses the same twice.
  ///
  /// @param since what was ordered before is not shown any more
  /// @return the jobs of the new deliveries
  List<JobId> readdress(AccountId account, Address to, Instant since);

  /// Where something is shown.
  ///
  /// @param replyTo the id of the message to answer, if it may be referred to
  record Address(Conversation conversation, Optional<String> replyTo, String language) {}

  /// The platform's id of a file that was uploaded before.
  Optional<String> platformFile(String platform, String content);

  void rememberFile(String platform, String content, String file, Instant now);

  /// Forgets an id that the platform does not know any more.
  void forgetFile(String platform, String content);
}
