package app.photoplay.chaos.server;

import java.util.Optional;

/// Something a person asked for, and what they see of it now.
interface Wish {
  /// What is asked for.
  enum Kind {
    /// An answer in words.
    WORDS,
    /// A video that cannot be made of this photo.
    REFUSAL,
    /// A video.
    VIDEO,
    /// A video that is not wanted any more as soon as it is begun.
    CANCELLED
  }

  Kind kind();

  /// Whether the bot has taken it; always so on Telegram, which keeps what people write.
  boolean taken();

  /// How many videos there are for it.
  int videos();

  /// How many messages answer it in words and are not the progress of something.
  int answers();

  /// One of these answers.
  Optional<String> answer();

  /// Whether anything was said about it besides its progress.
  default boolean answered() {
    return videos() + answers() > 0;
  }

  /// Whether the person has what they asked for; who wants a video may be told first that it takes
  /// longer.
  default boolean over() {
    return kind() == Kind.VIDEO ? videos() > 0 : answered();
  }
}
