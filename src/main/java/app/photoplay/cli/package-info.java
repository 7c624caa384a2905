/// The commands of the shell: what they are called, what they take, and one plain sentence for
/// whoever gets it wrong. Read `Photoplay` first, which is what they start; `Shell` is the way in.
///
/// Knows no adapter and starts nothing by itself.
@NullMarked
package app.photoplay.cli;

import org.jspecify.annotations.NullMarked;
