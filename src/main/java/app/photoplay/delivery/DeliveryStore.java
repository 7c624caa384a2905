package app.photoplay.delivery;

import app.photoplay.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The outbox on disk; each method is one transaction.
public interface DeliveryStore {

  /// All deliveries that are not over, oldest first.
  List<Parcel> open();

  /// The deliveries of one job that are not over.
  List<Parcel> open(JobId job);

  Optional<Parcel> find(long id);

  /// Notes our message that shows the progress.
  void placed(long id, String message);

  /// Forgets that message, because it is gone.
  void lost(long id);

  /// Notes that the result is about to be sent as a new message, which cannot be repeated
  /// harmlessly.
  void sending(long id, Instant now);

  /// Takes that note back: the platform said that nothing was shown.
  void notSent(long id);

  void move(long id, Parcel.State state);

  /// The platform's id of a file that was uploaded before.
  Optional<String> platformFile(String platform, String content);

  void rememberFile(String platform, String content, String file, Instant now);

  /// Forgets an id that the platform does not know any more.
  void forgetFile(String platform, String content);
}
