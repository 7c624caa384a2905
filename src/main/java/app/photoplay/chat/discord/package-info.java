/// Discord as a place to talk to the bot. Read `DiscordChat` first.
///
/// `Listener` acknowledges what Discord brings and translates it; `Delivery` brings a message to
/// where it can be seen: the answer to an interaction, its channel, or the person alone. Nothing of
/// the client library is loaded without a token.
@NullMarked
package app.photoplay.chat.discord;

import org.jspecify.annotations.NullMarked;
