package app.photoplay.kind;

import app.photoplay.job.Failure;
import app.photoplay.job.Progress;
import app.photoplay.provider.Answer;
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
  public static Failure failure(Answer.Reason reason, int limit) {
    Failure.Code code =
        switch (reason) {
          case BAD_PHOTO -> Failure.Code.BAD_PHOTO;
          case NO_FACE -> Failure.Code.NO_FACE;
          case UNSPEAKABLE -> Failure.Code.UNSPEAKABLE;
          case NO_WORDS -> Failure.Code.NO_WORDS;
          case TOO_LONG -> Failure.Code.TOO_LONG;
          case NO_SUCH_VOICE -> Failure.Code.NO_SUCH_VOICE;
          case BAD_SOUND -> Failure.Code.BAD_SOUND;
          case POLICY -> Failure.Code.POLICY;
        };
    return new Failure(code, Map.of("limit", String.valueOf(limit)));
  }

  /// Tries a free step again after the provider broke or a file could not be written; doubling
  /// pauses from 2 s to a minute. For want of room only twice: that comes back soon or not at all.
  public static <S> Progress<S> again(Throwable cause, int attempt) {
    if (!isForWantOfRoom(cause)) {
      return retry(Failure.Code.PROVIDER_BROKEN, cause, attempt);
    }
    if (attempt < ROOM_ATTEMPTS) {
      return retry(Failure.Code.DISK_FULL, cause, attempt);
    }
    log.atError().setCause(cause).log("there is no room for a file; the job ends");
    return new Progress.Failed<>(new Failure(Failure.Code.DISK_FULL));
  }

  private static <S> Progress<S> retry(Failure.Code code, Throwable cause, int attempt) {
    return new Progress.Retry<>(new Failure(code), cause, BACKOFF.pause(attempt));
  }

  /// Whether the disk, the quota or the largest size of a file is reached. Neither the JDK nor
  /// ffmpeg says so other than in words; a process that the size limit ends has status 128 + 25.
  private static boolean isForWantOfRoom(Throwable cause) {
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
