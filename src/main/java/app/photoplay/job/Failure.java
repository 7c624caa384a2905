package app.photoplay.job;

import java.util.Map;

/// Why a job ended without a result: a stable code that `wording` turns into a sentence and a next
/// step.
///
/// @param arguments plain values for the sentence
public record Failure(Code code, Map<String, String> arguments) {

  /// The stable codes. Each has a sentence in every language; a code is never renamed.
  public enum Code {
    BAD_PHOTO,
    NO_FACE,
    BAD_SOUND,
    UNSPEAKABLE,
    NO_WORDS,
    TOO_LONG,
    NO_SUCH_VOICE,
    POLICY,
    /// No model answered with a storyboard.
    NO_STORYBOARD,
    /// Captions are wished and nobody knows when each word is heard.
    NO_WORD_TIMES,
    /// The photo or a step's file is no longer stored.
    FILE_GONE,
    /// No room on the disk.
    DISK_FULL,
    /// The renderer or provider failed again and again.
    PROVIDER_BROKEN,
    /// The operator's account at the provider does not work: a wrong key, or no credit.
    PROVIDER_CLOSED,
    /// The provider took the work and did not finish it in time.
    PROVIDER_LATE,
    /// The provider does not take such a photo, text or setting.
    NOT_ACCEPTED,
    /// The photo or text is too large for the provider.
    TOO_LARGE,
    /// The provider no longer has the result.
    RESULT_GONE,
    /// What the provider made is not what was ordered.
    BAD_RESULT,
    /// The provider may have taken and charged the work, but nothing tells what became of it.
    OUTCOME_LOST,
    /// The work would have cost more than was set aside for it.
    DEARER_THAN_HELD,
    /// A step threw each time it was tried, or ended the program each time it ran alone.
    GAVE_UP
  }

  public Failure {
    arguments = Map.copyOf(arguments);
  }

  public Failure(Code code) {
    this(code, Map.of());
  }
}
