/// The port for models that film.
@NullMarked
package app.photoplay.provider.video;

import org.jspecify.annotations.NullMarked;
