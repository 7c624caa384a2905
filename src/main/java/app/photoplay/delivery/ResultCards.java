package app.photoplay.delivery;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.job.JobReport;
import java.util.Optional;

/// How results are shown that are no video.
@FunctionalInterface
public interface ResultCards {
  /// Where all results are videos.
  ResultCards NONE = (_, _) -> Optional.empty();

  /// The message that shows a made job; empty when its result is a video, or is no longer stored.
  Optional<OutboundMessage> made(JobReport job, String language);
}
