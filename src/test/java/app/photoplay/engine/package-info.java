@NullMarked
package app.photoplay.engine;

import org.jspecify.annotations.NullMarked;
