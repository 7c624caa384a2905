/// Spoken words in writing, drawn into a video or in a file beside it. Read `Cues` for how words
/// become captions and `Overlay` for how they come into the pictures; `Lettering` knows which
/// letters can be drawn on this machine.
///
/// Knows `media` and none of the others. Only this package draws letters: it sets up the JDK's
/// fonts, which must happen before anything else touches them.
@NullMarked
package app.photoplay.media.caption;

import org.jspecify.annotations.NullMarked;
