@NullMarked
package app.photoplay.storage.sweep;

import org.jspecify.annotations.NullMarked;
