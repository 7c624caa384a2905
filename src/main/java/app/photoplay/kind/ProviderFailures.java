package app.photoplay.kind;

import app.photoplay.job.Failure;
import app.photoplay.job.Progress;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a provider's answer means to a job.
public final class ProviderFailures {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  private static final int ROOM_ATTEMPTS = 3;
  private static final Pattern NO_ROOM =
      Pattern.compile(
          "No space left on device|File too large|Disk quota exceeded|ended with status 153\\b");
  private static final Logger log = LoggerFactory.getLogger(ProviderFailures.class);

  private ProviderFailures() {}

  /// Why a job ends that a provider refuses.
  ///
  /// @param limit the longest video in seconds, for the sentence
  public static Failure failure(Failure.Code reason, int limit) {
    return new Failure(reason, Map.of("limit", String.valueOf(limit)));
  }

  /// Tries a free step again after the provider broke or a file could not be written; doubling
  /// pauses from 2 s to a minute. For want of room only twice: that comes back soon or not at all.
  ///
  /// @param exhausted what follows when the provider is broken for too long
  public static <S> Progress<S> again(
      Throwable cause, int attempt, Progress.Otherwise<S> exhausted) {
    if (!isForWantOfRoom(cause)) {
      return new Progress.Retry<>(cause, BACKOFF.pause(attempt), exhausted);
    }
    Failure full = new Failure(Failure.Code.DISK_FULL);
    if (attempt < ROOM_ATTEMPTS) {
      return new Progress.Retry<>(full, cause, BACKOFF.pause(attempt));
    }
    log.atError().setCause(cause).log("there is no room for a file; the job ends");
    return new Progress.Failed<>(full);
  }

  /// Whether the disk, the quota or the largest size of a file is reached. Neither the JDK nor
  /// ffmpeg says so other than in words; a process that the size limit ends has status 128 + 25.
  static boolean isForWantOfRoom(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      String said = String.valueOf(at.getMessage());
      if (NO_ROOM.matcher(said).find()
          || Stream.of(at.getSuppressed()).anyMatch(ProviderFailures::isForWantOfRoom)) {
        return true;
      }
    }
    return false;
  }
}
