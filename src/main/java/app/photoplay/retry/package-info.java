/// When to try again what failed. Knows nothing of what it is.
@NullMarked
package app.photoplay.retry;

import org.jspecify.annotations.NullMarked;
