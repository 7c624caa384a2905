/// What people did, on its way from the platforms to whoever handles it. Read `ChatUpdate` first.
@NullMarked
package app.photoplay.chat.update;

import org.jspecify.annotations.NullMarked;
