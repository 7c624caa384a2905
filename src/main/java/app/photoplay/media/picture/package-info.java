/// Photos: recognised and decoded within limits, upright, in sRGB. Read `Pictures` first.
@NullMarked
package app.photoplay.media.picture;

import org.jspecify.annotations.NullMarked;
