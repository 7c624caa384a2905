@NullMarked
package app.photoplay.storage.bucket;

import org.jspecify.annotations.NullMarked;
