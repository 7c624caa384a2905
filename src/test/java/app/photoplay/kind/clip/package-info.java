@NullMarked
package app.photoplay.kind.clip;

import org.jspecify.annotations.NullMarked;
