/// Spoken words in writing, drawn into a video or in a file beside it.
///
/// Knows `media` and none of the others.
@NullMarked
package app.photoplay.media.caption;

import org.jspecify.annotations.NullMarked;
