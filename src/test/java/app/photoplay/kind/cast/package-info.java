@NullMarked
package app.photoplay.kind.cast;

import org.jspecify.annotations.NullMarked;
