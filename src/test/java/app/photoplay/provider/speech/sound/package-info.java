/// Tests of the package of the same name.
@NullMarked
package app.photoplay.provider.speech.sound;

import org.jspecify.annotations.NullMarked;
