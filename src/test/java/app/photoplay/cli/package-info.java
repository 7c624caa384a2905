@NullMarked
package app.photoplay.cli;

import org.jspecify.annotations.NullMarked;
