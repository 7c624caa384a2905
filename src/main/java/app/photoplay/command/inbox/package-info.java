/// Updates on disk until they are dealt with. Read `Inbox` first.
@NullMarked
package app.photoplay.command.inbox;

import org.jspecify.annotations.NullMarked;
