package app.photoplay.kind;

import app.photoplay.job.Failure;
import app.photoplay.job.Progress;
import app.photoplay.provider.Answer;
import java.time.Duration;
import java.util.Map;

/// What a provider's answer means to a job.
public final class Reasons {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Reasons() {}

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
          case POLICY -> Failure.Code.POLICY;
        };
    return new Failure(code, Map.of("limit", String.valueOf(limit)));
  }

  /// Tries a free step again after the provider broke; doubling pauses from 2 s.
  public static <S> Progress<S> again(Throwable cause, int attempt) {
    return new Progress.Retry<>(
        new Failure(Failure.Code.PROVIDER_BROKEN), cause, PAUSE.multipliedBy(1L << (attempt - 1)));
  }

  /// Tries again after a finished file could not be kept.
  public static <S> Progress<S> notKept(Exception cause, int attempt) {
    return new Progress.Retry<>(
        new Failure(Failure.Code.DISK_FULL), cause, PAUSE.multipliedBy(1L << (attempt - 1)));
  }
}
