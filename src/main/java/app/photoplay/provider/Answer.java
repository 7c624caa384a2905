package app.photoplay.provider;

import java.time.Duration;

/// What a model said to one call. Expected outcomes are values; only bugs are exceptions.
public sealed interface Answer<T> {
  /// The call was done.
  record Ok<T>(T value) implements Answer<T> {}

  /// Nothing was done or charged; ask again after the pause.
  record Busy<T>(Duration retryAfter) implements Answer<T> {}

  /// The model will not do this, whoever asks again; `charged` when it costs all the same.
  record Refused<T>(Reason reason, boolean charged) implements Answer<T> {}

  /// The call failed. With `outcomeKnown` it certainly had no effect and may be repeated.
  record Broken<T>(Throwable cause, boolean outcomeKnown) implements Answer<T> {}

  /// Why a model refuses, as far as people can do something about it.
  enum Reason {
    /// The photo cannot be read.
    BAD_PHOTO,
    /// No face was found in the photo.
    NO_FACE,
    /// The recording holds no speech, or cannot be read.
    BAD_SOUND,
    /// The voice cannot speak these words.
    UNSPEAKABLE,
    /// There is nothing to say.
    NO_WORDS,
    /// The speech would be longer than the model makes.
    TOO_LONG,
    /// No such voice.
    NO_SUCH_VOICE,
    /// The provider's safety rules.
    POLICY
  }
}
