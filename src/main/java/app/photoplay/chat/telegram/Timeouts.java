package app.photoplay.chat.telegram;

import java.time.Duration;

/// How long an answer is waited for.
///
/// @param connect until the connection stands
/// @param answer of a call that carries no file
/// @param upload the longest of a call that carries one: the server digests 50 MB before it answers
/// @param longPoll that the server is asked to hold a poll, whole seconds
/// @param shortestPause after a failed poll; doubled up to `longestPause`
record Timeouts(
    Duration connect,
    Duration answer,
    Duration upload,
    Duration longPoll,
    Duration shortestPause,
    Duration longestPause) {

  /// 50 MB in a little less than five minutes.
  private static final int SLOWEST_BYTES_PER_MILLI = 220;

  static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));

  Timeouts(Duration connect, Duration answer) {
    this(
        connect,
        answer,
        Duration.ofMinutes(5),
        Duration.ofSeconds(50),
        Duration.ofMillis(500),
        Duration.ofSeconds(30));
  }

  /// How long the answer to an upload of so many bytes is waited for: a platform that has fallen
  /// silent must not hold a small video back for as long as a large one may take.
  ///
  /// @param bytes negative when it is not known
  Duration uploading(long bytes) {
    Duration usual = answer.multipliedBy(2).plusMillis(bytes / SLOWEST_BYTES_PER_MILLI);
    return bytes < 0 || usual.compareTo(upload) > 0 ? upload : usual;
  }
}
