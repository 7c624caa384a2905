/// Artifacts in a folder of this machine.
@NullMarked
package app.photoplay.storage.local;

import org.jspecify.annotations.NullMarked;
