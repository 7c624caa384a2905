package app.photoplay.provider.remote.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.PictureAnswer.Decoded;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.remote.Fault;
import app.photoplay.testkit.PhotoFiles;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StillsTest {
  private static final int MANY = 3_500_000;

  @TempDir Path folder;
  private final Stills stills = new Stills(new Pictures());

  @ParameterizedTest
  @CsvSource({
    "WIDE, 1280, 300, 1280, 720",
    "TALL, 1280, 300, 720, 1280",
    "SQUARE, 1024, 300, 1024, 1024",
    "PORTRAIT, 1000, 300, 800, 1000",
    "PHOTO, 1280, 300, 1280, 960",
    "PHOTO, 4096, 300, 2400, 1800",
    "PHOTO, 4096, 2000, 2667, 2000",
    "PHOTO, 2048, 2000, 2048, 1536",
  })
  void aPhotoIsCutToTheShapeAndMadeToFitItsBounds(
      Shape shape, int longest, int shortest, int width, int height) throws Exception {
    Path photo = photo(PhotoFiles.encoded(PhotoFiles.corners(2400, 1800), "jpeg"));

    BufferedImage made = decoded(stills.jpeg(photo, shape, longest, shortest, MANY));

    assertThat(new Size(made.getWidth(), made.getHeight())).isEqualTo(new Size(width, height));
    assertThat(made.getRGB(5, 5) & 0xFF0000).isGreaterThan(0xE00000);
    assertThat(made.getRGB(width - 5, height - 5) & 0xFF).isGreaterThan(0xE0);
  }

  @Test
  void aPhotoOnItsSideStandsUprightAndSaysNothingOfItsOwner() throws Exception {
    byte[] flat = PhotoFiles.encoded(PhotoFiles.corners(400, 300), "jpeg");
    Path photo = photo(PhotoFiles.withOrientation(flat, 6));

    byte[] made = stills.jpeg(photo, Shape.PHOTO, 2000, 64, MANY);

    assertThat(stills.size(photo)).isEqualTo(new Size(300, 400));
    assertThat(decoded(made).getHeight()).isEqualTo(400);
    // upright, what was below on the left (blue) is above on the left
    assertThat(decoded(made).getRGB(10, 10) & 0xFF).isGreaterThan(0xE0);
    assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @Test
  void aFaceAtTheEdgeStaysInThePicture() throws Exception {
    BufferedImage portrait = decoded(PhotoFiles.portrait());
    BufferedImage broad = new BufferedImage(1536, 512, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = broad.createGraphics();
    graphics.drawImage(portrait, 1024, 0, null);
    graphics.dispose();
    Path photo = photo(PhotoFiles.encoded(broad, "jpeg"));

    byte[] made = stills.jpeg(photo, Shape.SQUARE, 1024, 300, MANY);

    Files.write(photo, made);
    Decoded seen = (Decoded) new Pictures().read(photo);
    assertThat(new FaceFinder().find(seen.picture())).hasSize(1);
  }

  @Test
  void aPhotoFullOfDetailIsMadeCoarserThenSmallerUntilItFits() throws Exception {
    Path photo = photo(PhotoFiles.encoded(noise(1200, 900), "png"));

    byte[] coarser = stills.jpeg(photo, Shape.PHOTO, 2000, 300, 700_000);
    byte[] smaller = stills.jpeg(photo, Shape.PHOTO, 2000, 300, 200_000);

    assertThat(coarser).hasSizeLessThanOrEqualTo(700_000);
    assertThat(decoded(coarser).getWidth()).isEqualTo(1200);
    assertThat(smaller).hasSizeLessThanOrEqualTo(200_000);
    assertThat(decoded(smaller).getWidth()).isBetween(400, 1199);
  }

  @Test
  void aPhotoThatCannotBeMadeToFitIsTooLarge() throws Exception {
    Path photo = photo(PhotoFiles.encoded(noise(600, 600), "png"));

    assertThatThrownBy(() -> stills.jpeg(photo, Shape.PHOTO, 2000, 600, 20_000))
        .isInstanceOfSatisfying(
            Fault.Thrown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Large.class));
  }

  @Test
  void aPhotoThatCannotBeReadIsRefused() throws Exception {
    Path photo = photo(PhotoFiles.truncatedJpeg());

    assertThatThrownBy(() -> stills.size(photo))
        .isInstanceOfSatisfying(
            Fault.Thrown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Input.class));
  }

  @Test
  void aPhotoThatIsNotThereMayBeThereLater() {
    assertThatThrownBy(() -> stills.size(folder.resolve("none.jpg")))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(Fault.Thrown.class);
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < width * height; i++) {
      noise.setRGB(i % width, i / width, random.nextInt(1 << 24));
    }
    return noise;
  }

  private Path photo(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("photo"), bytes);
  }

  private static BufferedImage decoded(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }
}
