package app.photoplay.delivery;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.job.JobId;
import java.util.Optional;

/// One subscriber's claim to one job's result.
///
/// @param replyTo the message to answer; none when it may not be referred to
/// @param placeholder the id of our message that shows the progress and becomes the result
public record Delivery(
    long id,
    JobId job,
    Conversation conversation,
    Optional<MessageRef> replyTo,
    String language,
    Optional<String> placeholder,
    State state) {

  /// Where a delivery is; the numbers in the database are these in order.
  public enum State {
    /// The job goes on.
    WATCHING,
    /// The job has ended; its result is to be shown.
    DUE,
    /// The result is shown; a short notice that rings is to follow, because edits do not ring.
    NOTICE,
    DONE,
    /// The conversation takes no messages any more; a result may wait for its person's next one.
    GONE,
    /// Of earlier versions: a send broke off that could not be repeated.
    UNSURE
  }
}
