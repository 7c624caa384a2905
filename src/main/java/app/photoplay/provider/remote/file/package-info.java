/// What is sent to paid providers and what comes back, as files: photos made fit to be sent, videos
/// made what was ordered.
@NullMarked
package app.photoplay.provider.remote.file;

import org.jspecify.annotations.NullMarked;
