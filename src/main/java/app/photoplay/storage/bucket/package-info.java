/// Files in a bucket of an object store that several programs share, with copies on this machine in
/// front. Read `BucketStorage` first, then `Bucket`, which an adapter implements.
///
/// An object's key is used once and never again: a sweep that deletes a key cannot delete what was
/// made anew meanwhile. What else is to be known of an object stands in the keys of empty ones
/// beside it: when it was last used, that a sweep has set it aside, that a message names it. Each
/// is written first and then looked at, and so of two programs that do so at once at least one sees
/// the other.
///
/// Knows no library of an object store.
@NullMarked
package app.photoplay.storage.bucket;

import org.jspecify.annotations.NullMarked;
