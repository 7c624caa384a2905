/// A photo and words become a video in which the photo speaks. Read `TalkKind` for how it is made
/// and `TalkCommand` for how people ask for it.
@NullMarked
package app.photoplay.kind.talk;

import org.jspecify.annotations.NullMarked;
