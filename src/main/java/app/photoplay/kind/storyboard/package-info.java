/// The plan of a film as a job of its own. Read `StoryboardKind` first; it knows no film.
@NullMarked
package app.photoplay.kind.storyboard;

import org.jspecify.annotations.NullMarked;
