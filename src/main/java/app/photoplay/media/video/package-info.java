/// Frames to video and back. Read `VideoEncoder` first.
@NullMarked
package app.photoplay.media.video;

import org.jspecify.annotations.NullMarked;
