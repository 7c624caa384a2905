/// Sound: decoded within limits, measured, made as loud as it should be. Read `Sounds` and
/// `Loudness` first.
@NullMarked
package app.photoplay.media.sound;

import org.jspecify.annotations.NullMarked;
