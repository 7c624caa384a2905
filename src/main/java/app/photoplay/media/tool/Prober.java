package app.photoplay.media.tool;

import app.photoplay.media.Size;
import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundDirectory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import com.github.kokorin.jaffree.JaffreeException;
import com.github.kokorin.jaffree.StreamType;
import com.github.kokorin.jaffree.ffprobe.FFprobe;
import com.github.kokorin.jaffree.ffprobe.FFprobeResult;
import com.github.kokorin.jaffree.ffprobe.Stream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Tells what is in a video file that we made: by ffprobe where there is one, else from the MP4's
/// own index. Thread-safe.
public final class Prober {
  private final Ffmpeg ffmpeg;

  public Prober(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /// What a video file holds.
  ///
  /// @param picture how long the picture lasts
  /// @param sound whether there is sound
  public record Facts(Size size, double framesPerSecond, Duration picture, boolean sound) {}

  /// Reads the facts of an MP4.
  ///
  /// @throws ToolFailed when the file is no video
  public Facts probe(Path video) throws InterruptedException {
    Optional<Path> ffprobe = ffmpeg.binary().ffprobe();
    return ffprobe.isPresent() ? byFfprobe(ffprobe.get(), video) : byIndex(video);
  }

  private static Facts byFfprobe(Path ffprobe, Path video) {
    try {
      FFprobeResult result =
          FFprobe.atPath(ffprobe.getParent()).setShowStreams(true).setInput(video).execute();
      for (Stream stream : result.getStreams()) {
        if (stream.getCodecType() == StreamType.VIDEO) {
          boolean sound =
              result.getStreams().stream().anyMatch(s -> s.getCodecType() == StreamType.AUDIO);
          return new Facts(
              new Size(stream.getWidth(), stream.getHeight()),
              stream.getAvgFrameRate().doubleValue(),
              Duration.ofMillis(Math.round(stream.getDuration() * 1000.0)),
              sound);
        }
      }
      throw new ToolFailed("the file has no picture");
    } catch (JaffreeException e) {
      throw new ToolFailed("ffprobe cannot read the file", e);
    }
  }

  /// For an ffmpeg without ffprobe.
  static Facts byIndex(Path video) {
    try {
      Metadata metadata = Mp4MetadataReader.readMetadata(video.toFile());
      Directory movie = metadata.getFirstDirectoryOfType(Mp4Directory.class);
      Directory picture = metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class);
      if (movie == null || picture == null) {
        throw new ToolFailed("the file has no picture");
      }
      double seconds =
          (double) movie.getLong(Mp4Directory.TAG_DURATION)
              / movie.getLong(Mp4Directory.TAG_TIME_SCALE);
      return new Facts(
          new Size(
              picture.getInt(Mp4VideoDirectory.TAG_WIDTH),
              picture.getInt(Mp4VideoDirectory.TAG_HEIGHT)),
          picture.getDouble(Mp4VideoDirectory.TAG_FRAME_RATE),
          Duration.ofMillis(Math.round(seconds * 1000)),
          metadata.containsDirectoryOfType(Mp4SoundDirectory.class));
    } catch (IOException | MetadataException e) {
      throw new ToolFailed("the file is no MP4", e);
    }
  }
}
