/// The port for models that speak.
@NullMarked
package app.photoplay.provider.speech;

import org.jspecify.annotations.NullMarked;
