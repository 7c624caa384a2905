@NullMarked
package app.photoplay.chat;

import org.jspecify.annotations.NullMarked;
