/// The port for models that make a photo speak.
@NullMarked
package app.photoplay.provider.talk;

import org.jspecify.annotations.NullMarked;
