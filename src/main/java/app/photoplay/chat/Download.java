package app.photoplay.chat;

import java.nio.file.Path;

/// What became of fetching an attachment.
public sealed interface Download {
  /// The bytes are in the file that was named.
  record Fetched(Path file) implements Download {}

  /// Larger than the limit, by the platform's word or while reading.
  record TooLarge(long limit) implements Download {}

  /// The platform does not have it any more.
  record Expired() implements Download {}

  /// The platform could not be reached, also after a few tries.
  record Unreachable(Throwable cause) implements Download {}
}
