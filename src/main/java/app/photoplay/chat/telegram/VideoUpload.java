package app.photoplay.chat.telegram;

import app.photoplay.chat.message.Video;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What of a video is sent along: the id of an earlier upload or the file, and its pictures, which
/// may be missing. Its paths live as long as the leases.
record VideoUpload(
    Optional<String> fileId, Optional<Path> file, Optional<Path> cover, Optional<Path> thumbnail) {

  /// By the id of an earlier upload, for which neither file nor thumbnail is needed.
  static VideoUpload byId(Video video, Leases leases) throws IOException {
    return new VideoUpload(
        video.platformFile(), Optional.empty(), leases.path(video.cover()), Optional.empty());
  }

  static VideoUpload byFile(Video video, Leases leases) throws IOException {
    return new VideoUpload(
        Optional.empty(),
        leases.path(video.file()),
        leases.path(video.cover()),
        leases.path(video.thumbnail()));
  }
}
