/// The people, pets and things that somebody saves to be seen in films: their names, looks, photos
/// and voices, and on whose word a photo is used. Read `CastStore` first.
///
/// Knows no film; films know it.
@NullMarked
package app.photoplay.kind.cast;

import org.jspecify.annotations.NullMarked;
