/// Durable stepping: claims due jobs, runs one step of their kind, and commits what it led to. Read
/// `JobEngine` first, then `JobStore` for what is promised about the disk.
///
/// Knows no kind, no chat and no provider.
@NullMarked
package app.photoplay.engine;

import org.jspecify.annotations.NullMarked;
