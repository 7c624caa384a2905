/// Stereo sound at 48 kHz, brought to the loudness that all of our videos have. Read `Sound` first.
@NullMarked
package app.photoplay.media.sound.stereo;

import org.jspecify.annotations.NullMarked;
