package app.photoplay.delivery;

import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.OutboundMessage;
import java.util.Optional;

/// What is to be said because of something that a person did.
///
/// @param replaces the id of our message that says this from now on; empty for a new message
/// @param message without a video
public record Reply(Conversation to, Optional<String> replaces, OutboundMessage message) {}
