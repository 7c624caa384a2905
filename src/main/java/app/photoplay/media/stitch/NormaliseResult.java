package app.photoplay.media.stitch;

import java.nio.file.Path;

/// What came of a file that arrived.
public sealed interface NormaliseResult {
  /// A clip for films.
  record Ready(Clip clip) implements NormaliseResult {}

  /// Speech for films.
  ///
  /// @param sound 48 kHz, stereo, 16 bits, left and right in turn
  /// @param seconds how long it is
  record Heard(Path sound, double seconds) implements NormaliseResult {}

  /// A file that cannot be used, and never will be.
  ///
  /// @param detail for the log
  record Unusable(Problem problem, String detail) implements NormaliseResult {}

  /// Why a file cannot be used.
  enum Problem {
    /// None of the kinds of files that are read, or nothing in it can be decoded.
    UNREADABLE,
    /// It holds no picture where one is needed.
    NO_PICTURE,
    /// It holds no sound where it is needed.
    NO_SOUND,
    /// It lasts no time.
    EMPTY,
    TOO_LONG,
    TOO_LARGE,
    /// Much of what it promises is not there.
    DAMAGED,
    /// Parts of it are not to be played, in a way that ffmpeg does not follow: what somebody cut
    /// away would be shown.
    HIDDEN_PARTS,
    /// A person's file, and only the ffmpeg inside the application is there, which is too old for
    /// files that anybody may have crafted.
    NEEDS_NEWER_FFMPEG
  }

  /// Who made a file.
  enum Sender {
    /// A provider that was paid for it, or we ourselves.
    PROVIDER,
    /// Anybody.
    PERSON
  }
}
