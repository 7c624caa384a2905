@NullMarked
package app.photoplay.retry;

import org.jspecify.annotations.NullMarked;
