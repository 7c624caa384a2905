@NullMarked
package app.photoplay.storage.s3;

import org.jspecify.annotations.NullMarked;
