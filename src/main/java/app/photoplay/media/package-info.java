/// What all of pictures, sound and video share: sizes, shapes and qualities. Each sub-package is
/// one subject: `tool` starts ffmpeg, `mp4` reads files without it, `picture`, `face`, `sound` and
/// `video` decode and encode within limits, `caption` writes on pictures and `stitch` joins clips.
///
/// The room knows no job, no chat and no money.
@NullMarked
package app.photoplay.media;

import org.jspecify.annotations.NullMarked;
