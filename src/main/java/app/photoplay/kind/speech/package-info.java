/// Words become sound with timings. Read `SpeechKind` first.
@NullMarked
package app.photoplay.kind.speech;

import org.jspecify.annotations.NullMarked;
