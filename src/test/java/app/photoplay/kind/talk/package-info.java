@NullMarked
package app.photoplay.kind.talk;

import org.jspecify.annotations.NullMarked;
