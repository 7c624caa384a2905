/// Faces in photos. Read `FaceFinder` first.
@NullMarked
package app.photoplay.media.face;

import org.jspecify.annotations.NullMarked;
