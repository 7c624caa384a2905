/// Tests of the package of the same name.
@NullMarked
package app.photoplay.provider.speech.reading;

import org.jspecify.annotations.NullMarked;
