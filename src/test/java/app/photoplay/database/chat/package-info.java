@NullMarked
package app.photoplay.database.chat;

import org.jspecify.annotations.NullMarked;
