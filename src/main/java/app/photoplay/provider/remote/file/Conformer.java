package app.photoplay.provider.remote.file;

import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Render;
import java.io.IOException;
import java.nio.file.Path;

/// Makes of a video that came from a provider the one that was ordered. Thread-safe.
public final class Conformer {
  /// A conformer.
  ///
  /// @param lettering for captions and the label
  /// @param work folder for files in the making and until the caller takes them; made when missing
  /// @param threads that encode at once
  public Conformer(Ffmpeg ffmpeg, Pictures pictures, Lettering lettering, Path work, int threads) {}

  /// Probes and conforms, blocking: shape, size, rate, length, sound at -16 LUFS, captions, label,
  /// H.264 and AAC in MP4 with its index first.
  ///
  /// @param video as it was fetched; deleted
  /// @throws app.photoplay.provider.remote.Fault.Thrown when it is no video, or far from what was
  ///   ordered
  /// @throws IOException when another try may help
  public Render conform(Path video, Wanted wanted) throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }
}
