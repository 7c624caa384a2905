package app.photoplay.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something a person did in the fake Telegram.
///
/// @param id Telegram's update id
/// @param message the message that was written, or whose button was pressed
/// @param json as it was delivered
public record TelegramUpdate(int id, int message, ObjectNode json) {}
