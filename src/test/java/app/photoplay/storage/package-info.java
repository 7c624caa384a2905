@NullMarked
package app.photoplay.storage;

import org.jspecify.annotations.NullMarked;
