/// The memory of what was made before, so that the same is not made and paid for twice. Read
/// `ReuseCache` first.
@NullMarked
package app.photoplay.storage.reuse;

import org.jspecify.annotations.NullMarked;
