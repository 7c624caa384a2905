package app.photoplay.chat;

import java.nio.file.Path;

/// What became of fetching an attachment.
public sealed interface Download {

  /// Trying again would lead to the same.
  sealed interface Settled extends Download {}

  /// The bytes are in the file that was named.
  record Fetched(Path file) implements Settled {}

  /// Larger than the limit, by the platform's word or while reading.
  record TooLarge(long limit) implements Settled {}

  /// The platform does not have it any more.
  record Expired() implements Settled {}

  /// The platform could not be reached, or broke off; nothing is in the file that was named.
  record Unreachable(Throwable cause) implements Download {}
}
