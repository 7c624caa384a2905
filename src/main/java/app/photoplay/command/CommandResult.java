package app.photoplay.command;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.job.JobRequest;
import app.photoplay.job.StoredFile;
import java.util.List;
import java.util.Optional;

/// What a command leads to.
public sealed interface CommandResult {

  /// An answer.
  record Say(OutboundMessage message) implements CommandResult {}

  /// What the message whose button was pressed says from now on.
  record Change(OutboundMessage message) implements CommandResult {}

  /// Only a few words to the person who pressed a button.
  record Notice(String words) implements CommandResult {}

  /// A job.
  ///
  /// @param inputs files that the request names, already kept
  /// @param fresh whether to make it even though it was made before
  /// @param draft the draft that this order completes
  record Order(JobRequest request, List<StoredFile> inputs, boolean fresh, Optional<String> draft)
      implements CommandResult {
    public Order {
      inputs = List.copyOf(inputs);
    }
  }
}
