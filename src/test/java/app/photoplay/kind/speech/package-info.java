@NullMarked
package app.photoplay.kind.speech;

import org.jspecify.annotations.NullMarked;
