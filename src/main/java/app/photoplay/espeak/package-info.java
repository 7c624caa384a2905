/// A program of its own that speaks with the espeak-ng library and talks to its caller through
/// pipes; started by `provider.local`. It and espeak-ng are under the GNU General Public License,
/// version 3 or later: nothing else of Photoplay may use its classes, and it uses none of ours.
/// Read `EspeakProgram`.
@NullMarked
package app.photoplay.espeak;

import org.jspecify.annotations.NullMarked;
