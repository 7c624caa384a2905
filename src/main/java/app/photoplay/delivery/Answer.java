package app.photoplay.delivery;

import java.time.Instant;

/// A reply on disk, until the platform has taken it.
///
/// @param update the update that it answers, by its platform's key
/// @param part counts the replies to one update, from 0
/// @param since when it was written down
public record Answer(String update, int part, Reply reply, Instant since) {}
