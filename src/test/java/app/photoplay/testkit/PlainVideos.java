package app.photoplay.testkit;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Render;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Real videos without content: small, of one colour, with silence, as long as wanted. Each length
/// is encoded once.
final class PlainVideos {
  private static final Size SIZE = new Size(160, 90);
  private static final int RATE = 25;

  private final Path folder;
  private final Map<Double, byte[]> encoded = new ConcurrentHashMap<>();

  PlainVideos(Path folder) {
    this.folder = folder;
  }

  /// Writes one with its cover.
  ///
  /// @param told words in the file that no player shows
  Render render(Path video, Path cover, double seconds, String told)
      throws IOException, InterruptedException {
    byte[] known = encoded.get(seconds);
    if (known == null) {
      encode(video, seconds);
      encoded.put(seconds, Files.readAllBytes(video));
    } else {
      Files.write(video, known);
    }
    byte[] words = told.getBytes(StandardCharsets.ISO_8859_1);
    byte[] box = new byte[8 + words.length];
    int length = box.length;
    box[1] = (byte) (length >> 16);
    box[2] = (byte) (length >> 8);
    box[3] = (byte) length;
    System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, box, 4, 4);
    System.arraycopy(words, 0, box, 8, words.length);
    Files.write(video, box, StandardOpenOption.APPEND);
    BufferedImage black =
        new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
    Pictures.writeJpeg(new Picture(black), cover, 0.8);
    return new Render(video, cover, SIZE, Duration.ofMillis(Math.round(seconds * 1000)), RATE);
  }

  private void encode(Path video, double seconds) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String picture = "color=c=steelblue:s=%dx%d:r=%d".formatted(SIZE.width(), SIZE.height(), RATE);
    List<String> command =
        List.of(
            TinyVideo.ffmpeg(folder).toString(),
            "-nostdin",
            "-v",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
            picture,
            "-f",
            "lavfi",
            "-i",
            "anullsrc=r=48000:cl=stereo",
            "-t",
            Double.toString(seconds),
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            video.toString());
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("ffmpeg failed");
    }
  }
}
