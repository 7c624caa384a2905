/// What waits for a person between two orders: a photo without words, an offer, a finished video
/// that shall be made in another way. Read `Drafts` first.
///
/// Knows no command; commands know it.
@NullMarked
package app.photoplay.command.draft;

import org.jspecify.annotations.NullMarked;
