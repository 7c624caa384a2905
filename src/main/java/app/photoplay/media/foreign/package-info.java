/// Videos and sound from outside: what they are, and their pictures one by one, without trusting
/// what they say of themselves. Read `ForeignFile` first.
@NullMarked
package app.photoplay.media.foreign;

import org.jspecify.annotations.NullMarked;
