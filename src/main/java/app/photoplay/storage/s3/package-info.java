/// Buckets that speak the language of S3: Cloudflare R2, MinIO, Amazon S3 and others. The only
/// package that sees Amazon's library; it is loaded when such a bucket is configured.
@NullMarked
package app.photoplay.storage.s3;

import org.jspecify.annotations.NullMarked;
