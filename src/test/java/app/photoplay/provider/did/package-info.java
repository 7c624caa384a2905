/// D-ID as it answers, and its talks at it.
@NullMarked
package app.photoplay.provider.did;

import org.jspecify.annotations.NullMarked;
