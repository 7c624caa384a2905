@NullMarked
package app.photoplay.storage.gcs;

import org.jspecify.annotations.NullMarked;
