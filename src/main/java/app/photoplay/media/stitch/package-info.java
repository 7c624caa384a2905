/// Joins clips into one film and encodes again only what changes: the frames inside transitions and
/// under captions. Read `Timeline` and `Stitcher` first, then `Normaliser`, through which every
/// clip comes.
///
/// A normalised clip has one size, rate and coding with all others of its film, key frames where
/// transitions begin and end, and its sound beside it. What stays as it is goes into the film as
/// the very bytes, by an MP4 writer of our own: ffmpeg's joining keeps neither the count of frames
/// nor both streams at 0.000 s. It knows no job, no provider and no words.
@NullMarked
package app.photoplay.media.stitch;

import org.jspecify.annotations.NullMarked;
