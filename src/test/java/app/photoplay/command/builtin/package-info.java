@NullMarked
package app.photoplay.command.builtin;

import org.jspecify.annotations.NullMarked;
