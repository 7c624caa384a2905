/// Finished files, named by their content. What was made before is remembered in `reuse`, what is
/// no longer used is deleted by `sweep`. Read `ArtifactStore` first.
///
/// Others hold a file's name (`ContentRef`) and open it for as long as they read it (`Lease`): it
/// may lie on another machine, and a sweep must know what is in use. Nobody keeps a path for longer
/// than a call.
///
/// Knows jobs' artifacts, no chat and no provider.
@NullMarked
package app.photoplay.storage;

import org.jspecify.annotations.NullMarked;
