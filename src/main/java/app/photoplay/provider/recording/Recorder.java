package app.photoplay.provider.recording;

import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.Render;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.function.IntSupplier;

/// Makes the files of a finished render, a video and its cover: both or none. Thread-safe; each
/// recording uses as many threads as it was given.
public final class Recorder {
  private static final double COVER_QUALITY = 0.9;

  private final VideoEncoder encoder;
  private final Prober prober;
  private final Path work;

  /// A recorder.
  ///
  /// @param work folder for files in the making and until the caller takes them; made when missing
  /// @param threads that draw at once
  public Recorder(Ffmpeg ffmpeg, Path work, int threads, VideoEncoder.Effort effort) {
    this.encoder = new VideoEncoder(ffmpeg, threads, effort);
    this.prober = new Prober(ffmpeg);
    this.work = work;
  }

  /// A new empty file among those in the making.
  ///
  /// @param ending of its name, with the dot
  public Path file(String ending) throws IOException {
    Files.createDirectories(work);
    return Files.createTempFile(work, "render", ending);
  }

  /// Draws and encodes, blocking. Interrupting ends it at once.
  ///
  /// @param cover the number of the picture that becomes the cover
  /// @param progress told a fraction from 0 to 1 now and then, on a thread of the encoder
  /// @throws ToolFailed when ffmpeg is missing, fails (a full disk included), or hangs
  public Render record(
      VideoEncoder.Order order, VideoEncoder.Planes pictures, int cover, DoubleConsumer progress)
      throws InterruptedException, IOException {
    return record(order, pictures, () -> cover, progress);
  }

  /// The same where only the pictures themselves tell which of them is the cover.
  ///
  /// @param cover asked when all of them are drawn; that one is then drawn again
  public Render record(
      VideoEncoder.Order order,
      VideoEncoder.Planes pictures,
      IntSupplier cover,
      DoubleConsumer progress)
      throws InterruptedException, IOException {
    Path video = file(".mp4");
    Path still = file(".jpg");
    boolean done = false;
    try {
      encoder.encode(order, video, pictures, progress);
      Pictures.writeJpeg(pictures.picture(cover.getAsInt(), order.size()), still, COVER_QUALITY);
      Prober.Facts facts = prober.probe(video);
      done = true;
      return new Render(video, still, facts.size(), facts.picture(), facts.framesPerSecond());
    } finally {
      if (!done) {
        Files.deleteIfExists(video);
        Files.deleteIfExists(still);
      }
    }
  }
}
