@NullMarked
package app.photoplay.delivery;

import org.jspecify.annotations.NullMarked;
