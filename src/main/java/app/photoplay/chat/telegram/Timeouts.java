package app.photoplay.chat.telegram;

import java.time.Duration;

/// How long an answer is waited for.
///
/// @param connect until the connection stands
/// @param answer of a call that carries no file
/// @param upload of a call that carries one: the server digests 50 MB before it answers
/// @param longPoll that the server is asked to hold a poll, whole seconds
/// @param shortestPause after a failed poll; doubled up to `longestPause`
record Timeouts(
    Duration connect,
    Duration answer,
    Duration upload,
    Duration longPoll,
    Duration shortestPause,
    Duration longestPause) {

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
}
