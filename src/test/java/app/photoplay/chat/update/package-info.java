@NullMarked
package app.photoplay.chat.update;

import org.jspecify.annotations.NullMarked;
