package app.photoplay.delivery;

import app.photoplay.job.Failure;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;

/// Why a job failed, in a sentence.
final class Reasons {
  private Reasons() {}

  static Sentence sentence(Failure failure) {
    return switch (failure.code()) {
      case BAD_PHOTO -> Phrase.FAILED_BAD_PHOTO;
      case NO_FACE -> Phrase.FAILED_NO_FACE;
      case BAD_SOUND -> Phrase.FAILED_BAD_SOUND;
      case UNSPEAKABLE -> Phrase.FAILED_UNSPEAKABLE;
      case NO_WORDS -> Phrase.FAILED_NO_WORDS;
      case TOO_LONG ->
          Phrase.FAILED_TOO_LONG.with(
              Argument.LIMIT.of(Long.valueOf(failure.arguments().getOrDefault("limit", "60"))));
      case NO_SUCH_VOICE -> Phrase.FAILED_NO_SUCH_VOICE;
      case POLICY -> Phrase.FAILED_POLICY;
      case NO_STORYBOARD -> Phrase.FAILED_NO_STORYBOARD;
      case NO_WORD_TIMES -> Phrase.FAILED_NO_WORD_TIMES;
      case FILE_GONE -> Phrase.FAILED_FILE_GONE;
      case DISK_FULL -> Phrase.FAILED_DISK_FULL;
      case PROVIDER_BROKEN -> Phrase.FAILED_PROVIDER_BROKEN;
      case PROVIDER_CLOSED -> Phrase.FAILED_PROVIDER_CLOSED;
      case PROVIDER_LATE -> Phrase.FAILED_PROVIDER_LATE;
      case NOT_ACCEPTED -> Phrase.FAILED_NOT_ACCEPTED;
      case TOO_LARGE -> Phrase.FAILED_TOO_LARGE;
      case RESULT_GONE -> Phrase.FAILED_RESULT_GONE;
      case BAD_RESULT -> Phrase.FAILED_BAD_RESULT;
      case OUTCOME_LOST -> Phrase.FAILED_OUTCOME_LOST;
      case DEARER_THAN_HELD -> Phrase.FAILED_DEARER_THAN_HELD;
      case GAVE_UP -> Phrase.FAILED_GAVE_UP;
    };
  }

  /// Whether the person can act on it.
  static boolean mendable(Failure.Code code) {
    return switch (code) {
      case BAD_PHOTO,
          NO_FACE,
          BAD_SOUND,
          UNSPEAKABLE,
          NO_WORDS,
          TOO_LONG,
          NO_SUCH_VOICE,
          POLICY,
          NOT_ACCEPTED,
          TOO_LARGE,
          NO_WORD_TIMES ->
          true;
      case NO_STORYBOARD,
          FILE_GONE,
          DISK_FULL,
          PROVIDER_BROKEN,
          PROVIDER_CLOSED,
          PROVIDER_LATE,
          RESULT_GONE,
          BAD_RESULT,
          OUTCOME_LOST,
          DEARER_THAN_HELD,
          GAVE_UP ->
          false;
    };
  }
}
