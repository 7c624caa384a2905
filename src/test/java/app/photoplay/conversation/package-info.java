/// What people and the bot say to each other, in one script for all platforms. Read `TalkTest` for
/// the script and `Stage` for what a platform brings; `Platform` lists them. Each scenario leaves a
/// transcript in `target/transcripts`, to be read aloud.
///
/// A scenario speaks of people and of what they see. Where platforms differ, it asks their
/// `Manners` and says what is seen instead; it does not ask which platform it runs on.
@NullMarked
package app.photoplay.conversation;

import org.jspecify.annotations.NullMarked;
