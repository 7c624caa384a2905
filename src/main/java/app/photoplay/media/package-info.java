/// Pictures, sound and video: decoding within limits, finding faces, encoding and probing. Read
/// `Shape`, `Quality` and `Picture` first.
///
/// Only this package starts ffmpeg and sees Jaffree. It knows no job, no chat and no money.
@NullMarked
package app.photoplay.media;

import org.jspecify.annotations.NullMarked;
