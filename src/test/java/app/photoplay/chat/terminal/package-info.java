@NullMarked
package app.photoplay.chat.terminal;

import org.jspecify.annotations.NullMarked;
