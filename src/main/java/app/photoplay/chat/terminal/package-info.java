/// The shell as a chat with one conversation of one run: a photo and words go in, a progress bar
/// comes out, and the video becomes a file. Read `TerminalChat`.
///
/// Knows no job: an answer's kind alone decides the exit code.
@NullMarked
package app.photoplay.chat.terminal;

import org.jspecify.annotations.NullMarked;
