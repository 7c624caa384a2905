/// Deletes files that were not used for long, or that are too many, and never one that is needed.
/// Read `Sweep` first.
@NullMarked
package app.photoplay.storage.sweep;

import org.jspecify.annotations.NullMarked;
