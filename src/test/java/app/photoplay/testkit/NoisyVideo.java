package app.photoplay.testkit;

import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real video that takes many bytes: figures that move under noise, and a tone.
public final class NoisyVideo {
  /// The ffmpeg that comes along.
  public static final Ffmpeg FFMPEG = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));

  private NoisyVideo() {}

  /// 640x360 with 25 frames a second.
  public static Path make(Path file, int seconds) throws InterruptedException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-f", "lavfi", "-i"));
    words.add("testsrc2=s=640x360:r=25:d=" + seconds + ",noise=alls=20:allf=t");
    words.addAll(List.of("-f", "lavfi", "-i", "sine=d=" + seconds, "-c:v", "libx264", "-preset"));
    words.addAll(List.of("ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", "-c:a", "aac"));
    words.addAll(List.of("-metadata", "title=Made by AI", file.toString()));
    ToolProcess.run(FFMPEG.binary().path(), words, Duration.ofMinutes(1));
    return file;
  }
}
