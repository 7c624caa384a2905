@NullMarked
package app.photoplay.assembly;

import org.jspecify.annotations.NullMarked;
