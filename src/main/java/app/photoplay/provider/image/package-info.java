/// The port for models that paint.
@NullMarked
package app.photoplay.provider.image;

import org.jspecify.annotations.NullMarked;
