package app.photoplay.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.face.FaceFinder;
import app.photoplay.testkit.PhotoFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Photos of the largest size that is taken, looked at by a program that has 512 MB of heap.
@Tag("proof")
class LargestPhotoTest {
  @TempDir Path folder;

  @Test
  void findsTheFaceIn50MegapixelsWith512MegabytesOfHeap() throws Exception {
    Path jpeg = folder.resolve("photo.jpg");
    Path png = folder.resolve("photo.png");
    BufferedImage photo = photoOf50Megapixels();
    ImageIO.write(photo, "jpeg", jpeg.toFile());
    ImageIO.write(photo, "png", png.toFile());

    String said = lookedAtWith512Megabytes(jpeg, png);

    assertThat(said.lines()).containsExactly("1 face", "1 face");
  }

  /// The portrait six times as large on grey, because more detail would pass the limit of bytes.
  private static BufferedImage photoOf50Megapixels() throws IOException {
    BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(PhotoFiles.portrait()));
    BufferedImage photo = new BufferedImage(8000, 6250, BufferedImage.TYPE_3BYTE_BGR);
    assertThat((long) photo.getWidth() * photo.getHeight()).isEqualTo(Pictures.MOST_PIXELS);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, 8000, 6250);
    graphics.drawImage(portrait, 2500, 1500, 6 * 512, 6 * 512, null);
    graphics.dispose();
    return photo;
  }

  private static String lookedAtWith512Megabytes(Path... photos) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Look.class.getName(),
                photos[0].toString(),
                photos[1].toString())
            .redirectErrorStream(true)
            .start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  /// What a talk does with its photo before it draws.
  static final class Look {
    private Look() {}

    static void main(String[] photos) {
      for (String photo : photos) {
        IO.println(
            switch (new Pictures().read(Path.of(photo))) {
              case PictureAnswer.Decoded(var picture) ->
                  new FaceFinder().find(picture).size() + " face";
              case PictureAnswer.Unreadable(var problem) -> problem.toString();
            });
      }
    }
  }
}
