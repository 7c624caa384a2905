/// What is written and read in a chat, on every platform. Read `OutboundMessage` first.
@NullMarked
package app.photoplay.chat.message;

import org.jspecify.annotations.NullMarked;
