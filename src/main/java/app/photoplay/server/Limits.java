package app.photoplay.server;

import java.time.Duration;

/// What a client may cost.
///
/// @param head until the first request of a connection has been read up to its body
/// @param idle for a connection between two requests, and for one on which nothing moves
/// @param grace until a body must come at its rate
/// @param bodyRate the least bytes in a second of a body, on average since it began
/// @param body for a whole body
/// @param write for one piece of an answer, of at most 32 kB
/// @param connections the most at a time; above it the network with the most of them loses its
///   oldest idle or slow one
/// @param strangers the most bodies that one network may have on their way without having said who
///   sends them; above it the oldest is cut off
/// @param check between two looks at all connections
record Limits(
    Duration head,
    Duration idle,
    Duration grace,
    long bodyRate,
    Duration body,
    Duration write,
    int connections,
    int strangers,
    Duration check) {

  static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          2048,
          Duration.ofMinutes(15),
          Duration.ofSeconds(20),
          4000,
          16,
          Duration.ofMillis(500));
}
