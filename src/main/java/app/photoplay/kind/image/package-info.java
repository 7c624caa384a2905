/// One picture as a job of its own: the keyframes of films. Read `ImageKind` first; it knows no
/// film.
@NullMarked
package app.photoplay.kind.image;

import org.jspecify.annotations.NullMarked;
