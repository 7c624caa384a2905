@NullMarked
package app.photoplay.chat.button;

import org.jspecify.annotations.NullMarked;
