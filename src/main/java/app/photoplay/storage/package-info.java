/// Finished files, named by their content, and the memory of what was made before. Read
/// `ArtifactStore` and `ReuseCache` first.
///
/// Knows jobs' artifacts, no chat and no provider.
@NullMarked
package app.photoplay.storage;

import org.jspecify.annotations.NullMarked;
