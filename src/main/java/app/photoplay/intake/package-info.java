/// From a wish to an accepted job: who pays, was it made before, does it fit the caps, and one
/// transaction that accepts it. Read `JobDesk` and `Placement` first.
@NullMarked
package app.photoplay.intake;

import org.jspecify.annotations.NullMarked;
