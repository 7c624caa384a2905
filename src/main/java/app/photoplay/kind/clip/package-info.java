/// Words, a photo, or both become one shot with a camera move. Read `ClipKind` for how it is made
/// and `ClipCommand` for how people ask for it.
@NullMarked
package app.photoplay.kind.clip;

import org.jspecify.annotations.NullMarked;
