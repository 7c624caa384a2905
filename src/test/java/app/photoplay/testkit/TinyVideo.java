package app.photoplay.testkit;

import app.photoplay.chat.message.Video;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A short real video with sound, made by the ffmpeg that the program carries.
public final class TinyVideo {
  private TinyVideo() {}

  /// A drawn portrait as a JPEG.
  public static Path portrait(Path file, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, new Color(0x2b4c7e), width, height, new Color(0xd98f6c)));
    g.fillRect(0, 0, width, height);
    int face = Math.min(width, height) / 2;
    g.setColor(new Color(0x40304a));
    g.fillOval(width / 2 - face, height - face * 2 / 3, face * 2, face * 2);
    g.setColor(new Color(0xf1c9a5));
    g.fillOval(width / 2 - face / 2, height / 2 - face * 3 / 4, face, face * 5 / 4);
    g.setColor(new Color(0x3a2a20));
    g.fillOval(width / 2 - face / 4, height / 2 - face / 4, face / 9, face / 9);
    g.fillOval(width / 2 + face / 7, height / 2 - face / 4, face / 9, face / 9);
    g.fillRoundRect(width / 2 - face / 7, height / 2 + face / 5, face * 2 / 7, face / 16, 9, 9);
    g.dispose();
    ImageIO.write(image, "jpg", file.toFile());
    return file;
  }

  /// A video of the portrait with a tone, in a store.
  public static Video make(
      MemoryArtifactStore files, Path folder, int width, int height, int seconds)
      throws IOException, InterruptedException {
    Path cover = portrait(folder.resolve("cover.jpg"), width, height);
    Path file = folder.resolve("video.mp4");
    List<String> command = new ArrayList<>(List.of(ffmpeg(folder).toString()));
    command.addAll(List.of("-v", "error", "-y", "-loop", "1", "-framerate", "25", "-i"));
    command.addAll(List.of(cover.toString(), "-f", "lavfi", "-i", "sine=frequency=330"));
    command.addAll(List.of("-t", Integer.toString(seconds), "-c:v", "libx264", "-pix_fmt"));
    command.addAll(List.of("yuv420p", "-c:a", "aac", "-movflags", "+faststart"));
    command.add(file.toString());
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("ffmpeg failed");
    }
    return new Video(
        files.ref(file),
        files.ref(cover),
        files.ref(cover),
        width,
        height,
        Duration.ofSeconds(seconds),
        Optional.empty());
  }

  public static String sha256(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Unpacks the ffmpeg that the class path carries.
  public static Path ffmpeg(Path folder) throws IOException {
    Path binary = folder.resolve("ffmpeg");
    if (Files.notExists(binary)) {
      List<String> names = List.of("ffmpeg-amd64", "ffmpeg-arm64", "ffmpeg-x86_64-osx");
      String resource =
          names.stream()
              .map(name -> "/ws/schild/jave/nativebin/" + name)
              .filter(name -> TinyVideo.class.getResource(name) != null)
              .findFirst()
              .orElseThrow();
      try (InputStream in = Objects.requireNonNull(TinyVideo.class.getResourceAsStream(resource))) {
        Files.copy(in, binary);
      }
      if (!binary.toFile().setExecutable(true)) {
        throw new IOException("not executable: " + binary);
      }
    }
    return binary;
  }
}
