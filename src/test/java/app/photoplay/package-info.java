@NullMarked
package app.photoplay;

import org.jspecify.annotations.NullMarked;
