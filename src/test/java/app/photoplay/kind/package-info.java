@NullMarked
package app.photoplay.kind;

import org.jspecify.annotations.NullMarked;
