/// Buckets of Google Cloud Storage, over HTTP. The only package that sees Google's library for it;
/// it is loaded when such a bucket is configured.
@NullMarked
package app.photoplay.storage.gcs;

import org.jspecify.annotations.NullMarked;
