package app.photoplay.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;
  private static final int WHITE = 0xFFFFFF;

  @TempDir Path folder;

  private final Pictures pictures = new Pictures();

  @Test
  void readsAJpeg() throws IOException {
    Picture picture = decoded(PhotoFiles.portrait());

    assertThat(picture.size()).isEqualTo(new Size(512, 512));
    assertThat(picture.pixels()).hasSize(512 * 512);
  }

  @Test
  void readsAStillGif() throws IOException {
    Picture picture = decoded(PhotoFiles.encoded(PhotoFiles.corners(80, 100), "gif"));

    assertThat(cornersOf(picture)).containsExactly(RED, GREEN, BLUE, WHITE);
  }

  @Test
  void readsAWebp() throws IOException {
    Picture picture = decoded(PhotoFiles.named("portrait.webp"));

    assertThat(picture.size()).isEqualTo(new Size(128, 128));
    assertThat(differenceFromPortrait(picture)).isLessThan(8);
  }

  @Test
  void readsACmykJpegInItsRealColours() throws IOException {
    Picture picture = decoded(PhotoFiles.named("portrait-cmyk.jpg"));

    assertThat(picture.size()).isEqualTo(new Size(128, 128));
    assertThat(differenceFromPortrait(picture)).isLessThan(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAPhotoUprightAsItsExifSays(int orientation) throws IOException {
    BufferedImage stored = asStored(PhotoFiles.corners(96, 128), orientation);
    byte[] jpeg = PhotoFiles.withOrientation(PhotoFiles.encoded(stored, "jpeg"), orientation);

    Picture picture = decoded(jpeg);

    assertThat(picture.size()).isEqualTo(new Size(96, 128));
    assertThat(nearest(cornersOf(picture))).containsExactly(RED, GREEN, BLUE, WHITE);
  }

  @Test
  void laysATransparentPictureOnLightGrey() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFFFF0000);
    image.setRGB(1, 0, 0x80000000);

    Picture picture = decoded(PhotoFiles.encoded(image, "png"));

    assertThat(picture.pixels()).startsWith(RED, 0x6C6C6C, 0xD9D9D9);
  }

  @Test
  void readsA16BitGreyPngAtItsRealBrightness() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY);
    WritableRaster raster = image.getRaster();
    int[] samples = new int[64 * 64];
    Arrays.fill(samples, 0x4080);
    raster.setPixels(0, 0, 64, 64, samples);
    assertThat(raster.getTransferType()).isEqualTo(DataBuffer.TYPE_USHORT);

    Picture picture = decoded(PhotoFiles.encoded(image, "png"));

    assertThat(picture.pixels()).containsOnly(0x404040);
  }

  @Test
  void keepsAtMost2560PixelsASide() throws IOException {
    BufferedImage wide = PhotoFiles.corners(5200, 3900);

    Picture picture = decoded(PhotoFiles.encoded(wide, "jpeg"));

    assertThat(picture.size()).isEqualTo(new Size(2560, 1920));
    assertThat(nearest(cornersOf(picture))).containsExactly(RED, GREEN, BLUE, WHITE);
  }

  @Test
  void refusesAFileWithoutBytes() throws IOException {
    assertThat(problemOf(new byte[0])).isEqualTo(PhotoProblem.EMPTY);
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    byte[] words = "I am a letter, not a picture.".repeat(9).getBytes(StandardCharsets.UTF_8);

    assertThat(problemOf(words)).isEqualTo(PhotoProblem.NOT_A_PICTURE);
    assertThat(problemOf(new byte[] {(byte) 0xFF})).isEqualTo(PhotoProblem.NOT_A_PICTURE);
    assertThat(problemOf(ftyp("isom", "mp42"))).isEqualTo(PhotoProblem.NOT_A_PICTURE);
  }

  @Test
  void refusesAFileOf25Megabytes() throws IOException {
    byte[] large = Arrays.copyOf(PhotoFiles.portrait(), 25 << 20);

    assertThat(problemOf(large)).isEqualTo(PhotoProblem.TOO_MANY_BYTES);
  }

  @Test
  void refusesAPngThatIsSmallAsAFileAndHugeAsAPicture() throws IOException {
    byte[] png = PhotoFiles.pngThatClaims(30_000, 30_000);

    assertThat(png).hasSizeLessThan(200);
    assertThat(problemOf(png)).isEqualTo(PhotoProblem.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAPngWithFewerPixelsThanItsHeaderClaims() throws IOException {
    assertThat(problemOf(PhotoFiles.pngThatClaims(1000, 1000))).isEqualTo(PhotoProblem.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.1, 0.5, 0.9, 0.9999})
  void refusesAPictureThatWasCutOff(double share) throws IOException {
    for (byte[] whole :
        List.of(
            PhotoFiles.portrait(),
            PhotoFiles.named("portrait.webp"),
            PhotoFiles.encoded(PhotoFiles.corners(300, 300), "png"),
            PhotoFiles.encoded(PhotoFiles.corners(300, 300), "gif"))) {
      byte[] cut = Arrays.copyOf(whole, Math.max(13, (int) (whole.length * share)));

      assertThat(problemOf(cut)).isEqualTo(PhotoProblem.BROKEN);
    }
  }

  @Test
  void refusesAJpegThatWasCutOffAndClosedAgain() throws IOException {
    byte[] cut = PhotoFiles.truncatedJpeg();
    cut[cut.length - 2] = (byte) 0xFF;
    cut[cut.length - 1] = (byte) 0xD9;

    assertThat(problemOf(cut)).isEqualTo(PhotoProblem.BROKEN);
  }

  @Test
  void refusesAPngWithAChangedByte() throws IOException {
    byte[] png = PhotoFiles.encoded(PhotoFiles.corners(300, 300), "png");
    png[png.length / 2] ^= 0x10;

    assertThat(problemOf(png)).isEqualTo(PhotoProblem.BROKEN);
  }

  @Test
  void refusesMovingPictures() throws IOException {
    assertThat(problemOf(PhotoFiles.animatedGif())).isEqualTo(PhotoProblem.ANIMATED);
    assertThat(problemOf(PhotoFiles.named("animated.webp"))).isEqualTo(PhotoProblem.ANIMATED);
  }

  @Test
  void refusesAPictureTooSmallForAFace() throws IOException {
    byte[] narrow = PhotoFiles.encoded(PhotoFiles.corners(400, 63), "png");

    assertThat(problemOf(narrow)).isEqualTo(PhotoProblem.TOO_SMALL);
  }

  @ParameterizedTest
  @CsvSource({"heic,mif1", "mif1,heic", "avif,miaf"})
  void recognisesHeicByItsBrand(String major, String compatible) throws IOException {
    assertThat(problemOf(ftyp(major, compatible))).isEqualTo(PhotoProblem.HEIC);
  }

  @Test
  void neverThrowsHoweverAPictureIsDamaged() throws IOException {
    Random random = new Random(7);
    for (String name : List.of("portrait.webp", "portrait-cmyk.jpg", "animated.webp")) {
      for (int round = 0; round < 60; round++) {
        byte[] bytes = PhotoFiles.named(name);
        for (int i = 0; i < 8; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }

        PictureAnswer answer = pictures.read(file(bytes));

        assertThat(answer).isNotNull();
      }
    }
  }

  @Test
  void writesAThumbnailWithinTelegramsLimits() throws IOException {
    BufferedImage noise = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < 700; y++) {
      for (int x = 0; x < 900; x++) {
        noise.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    Path file = folder.resolve("thumbnail.jpg");

    Pictures.writeThumbnail(new Picture(noise), file);

    assertThat(decoded(Files.readAllBytes(file)).size()).isEqualTo(new Size(320, 249));
    assertThat(file.toFile().length()).isLessThan(200_000);
  }

  @Test
  void writesAJpegThatReadsBackTheSame() throws IOException {
    Picture portrait = decoded(PhotoFiles.portrait());
    Path file = folder.resolve("cover.jpg");
    Files.write(file, new byte[500_000]);

    Pictures.writeJpeg(portrait, file, 0.9);

    assertThat(file.toFile().length()).isLessThan(200_000);
    assertThat(difference(decoded(Files.readAllBytes(file)), portrait)).isLessThan(3);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("photo"), bytes);
  }

  private Picture decoded(byte[] bytes) throws IOException {
    PictureAnswer answer = pictures.read(file(bytes));
    assertThat(answer).isInstanceOf(PictureAnswer.Decoded.class);
    return ((PictureAnswer.Decoded) answer).picture();
  }

  private PhotoProblem problemOf(byte[] bytes) throws IOException {
    PictureAnswer answer = pictures.read(file(bytes));
    assertThat(answer).isInstanceOf(PictureAnswer.Unreadable.class);
    return ((PictureAnswer.Unreadable) answer).problem();
  }

  private double differenceFromPortrait(Picture picture) throws IOException {
    return difference(picture, decoded(PhotoFiles.portrait()).within(picture.width()));
  }

  /// The mean difference of a channel, 0 to 255.
  private static double difference(Picture one, Picture other) {
    long sum = 0;
    for (int i = 0; i < one.pixels().length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((one.pixels()[i] >> shift & 0xFF) - (other.pixels()[i] >> shift & 0xFF));
      }
    }
    return sum / 3.0 / one.pixels().length;
  }

  private static List<Integer> cornersOf(Picture picture) {
    BufferedImage image = picture.image();
    int right = picture.width() - 4;
    int lower = picture.height() - 4;
    return List.of(
        image.getRGB(3, 3) & 0xFFFFFF,
        image.getRGB(right, 3) & 0xFFFFFF,
        image.getRGB(3, lower) & 0xFFFFFF,
        image.getRGB(right, lower) & 0xFFFFFF);
  }

  /// Each channel as full or none, since JPEG changes colours a little.
  private static List<Integer> nearest(List<Integer> colours) {
    return colours.stream().map(colour -> (colour >> 7 & 0x010101) * 0xFF).toList();
  }

  /// How a camera that writes this orientation stores an upright image; the words of the EXIF
  /// standard, "the 0th row is at the visual ..., the 0th column at the visual ...".
  private static BufferedImage asStored(BufferedImage upright, int orientation) {
    int width = upright.getWidth();
    int height = upright.getHeight();
    boolean turned = orientation >= 5;
    BufferedImage stored =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < stored.getHeight(); row++) {
      for (int column = 0; column < stored.getWidth(); column++) {
        int fromTop =
            switch (orientation) {
              case 1, 2 -> row; // 0th row at the top
              case 3, 4 -> height - 1 - row; // at the bottom
              case 5, 6 -> column; // 0th column at the top
              default -> height - 1 - column; // at the bottom
            };
        int fromLeft =
            switch (orientation) {
              case 1, 4 -> column; // 0th column at the left
              case 2, 3 -> width - 1 - column; // at the right
              case 5, 8 -> row; // 0th row at the left
              default -> width - 1 - row; // at the right
            };
        stored.setRGB(column, row, upright.getRGB(fromLeft, fromTop));
      }
    }
    return stored;
  }

  private static byte[] ftyp(String major, String compatible) {
    return ("\0\0\0\24ftyp" + major + "\0\0\0\0" + compatible + "filler")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
