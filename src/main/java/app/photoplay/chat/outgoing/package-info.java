/// Calls out to a platform, below its rates. Read `OutgoingQueue` first.
@NullMarked
package app.photoplay.chat.outgoing;

import org.jspecify.annotations.NullMarked;
