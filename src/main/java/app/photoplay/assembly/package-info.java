/// Puts the program together by hand: one small module for each area, which takes settings and what
/// it needs, and shows what the others need. Read `Bot` first.
///
/// It knows every package; start and tests alone know it.
@NullMarked
package app.photoplay.assembly;

import org.jspecify.annotations.NullMarked;
