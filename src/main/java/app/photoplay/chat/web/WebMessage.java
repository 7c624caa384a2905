package app.photoplay.chat.web;

import java.time.Instant;

/// One message of a web conversation as it is stored.
///
/// @param id of the message inside its conversation: `u..` from the person, `b..` from the bot
/// @param number the place in the conversation, rising, never changes
/// @param change the count of the visitor's changes when this message last changed
/// @param own whether the person wrote it
/// @param seen whether the bot has acknowledged it
/// @param content JSON that only the web chat reads
public record WebMessage(
    String id, long number, long change, Instant time, boolean own, boolean seen, String content) {}
