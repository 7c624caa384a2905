/// How written Japanese is read aloud. [JapaneseReading] is where to begin.
@NullMarked
package app.photoplay.provider.speech.japanese;

import org.jspecify.annotations.NullMarked;
