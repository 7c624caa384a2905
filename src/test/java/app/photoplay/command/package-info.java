@NullMarked
package app.photoplay.command;

import org.jspecify.annotations.NullMarked;
