package app.photoplay.media.picture;

import static app.photoplay.testkit.MeantColours.between;
import static app.photoplay.testkit.MeantColours.numbers;
import static app.photoplay.testkit.MeantColours.png;
import static app.photoplay.testkit.MeantColours.profile;
import static app.photoplay.testkit.MeantColours.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.testkit.MeantColours;
import app.photoplay.testkit.MeantColours.Chunk;
import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same photo in the numbers of other colour spaces: whatever they are, it looks the same.
class PngColoursTest {
  private static final double[] SAME = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /// From BT.709 to BT.2020 (ITU-R BT.2087).
  private static final double[] WIDE = {
    0.6274, 0.3293, 0.0433, 0.0691, 0.9195, 0.0114, 0.0164, 0.0880, 0.8956
  };

  /// From sRGB to Display P3, both with the white of daylight.
  private static final double[] P3 = {
    0.82246, 0.17754, 0, 0.03319, 0.96681, 0, 0.01708, 0.07240, 0.91052
  };

  @TempDir Path folder;

  private BufferedImage photo;

  @BeforeEach
  void photo() throws Exception {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(PhotoFiles.portrait()));
    photo = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
    photo.createGraphics().drawImage(whole, 0, 0, 96, 96, null);
  }

  @Test
  void aProfileIsFollowed() throws Exception {
    double[] swapped = {
      0.14307, 0.06061, 0.7141, 0.38515, 0.71687, 0.09708, 0.43607, 0.22249, 0.01392
    };
    for (double[] primaries :
        new double[][] {
          MeantColours.displayP3(), MeantColours.adobe(), swapped, MeantColours.srgb()
        }) {
      for (double gamma : new double[] {1, 1.8, 2.2}) {
        double[] matrix = between(MeantColours.srgb(), primaries);
        byte[] file = png(photo, matrix, gamma(gamma), profile(primaries, gamma));

        assertSame(file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.8, 2.2, 2.6})
  void aMeasuredGammaIsFollowed(double gamma) throws Exception {
    int stated = (int) Math.round(100_000 / gamma);

    assertSame(png(photo, SAME, gamma(gamma), numbers("gAMA", 4, stated)));
  }

  @Test
  void measuredPrimariesAreFollowed() throws Exception {
    Chunk gamma = numbers("gAMA", 4, 45_455);
    Chunk wide = numbers("cHRM", 4, 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);
    Chunk usual = numbers("cHRM", 4, 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);

    assertSame(png(photo, P3, PngColoursTest::usual, gamma, wide));
    assertSame(png(photo, SAME, PngColoursTest::usual, gamma, usual));
  }

  @Test
  void codePointsAreFollowed() throws Exception {
    assertSame(png(photo, P3, PngColoursTest::usual, numbers("cICP", 1, 12, 13, 0, 1)));
    assertSame(png(photo, SAME, PngColoursTest::usual, numbers("cICP", 1, 1, 13, 0, 1)));
    assertSame(png(photo, SAME, it -> it, numbers("cICP", 1, 1, 8, 0, 1)));
    DoubleUnaryOperator narrow = it -> (16 + 219 * usual(it)) / 255;
    assertSame(png(photo, SAME, narrow, numbers("cICP", 1, 1, 13, 0, 0)));
  }

  /// White at 203 cd/m², as screens show it beside windows that are not HDR.
  @Test
  void hdrThatHoldsNothingBrighterThanWhiteLooksAsOnTheScreen() throws Exception {
    assertSame(png(photo, WIDE, PngColoursTest::perceptual, numbers("cICP", 1, 9, 16, 0, 1)));
    Chunk named =
        new Chunk("iCCP", "ITUR_2100_PQ_FULL\0\0none".getBytes(StandardCharsets.ISO_8859_1));
    assertSame(png(photo, WIDE, PngColoursTest::perceptual, named));
  }

  @Test
  void whatIsBrighterThanWhiteIsPressedBelowItInItsOwnOrder() throws Exception {
    BufferedImage steps = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 96 * 96; i++) {
      steps.setRGB(i % 96, i / 96, 0x010101 * (i % 96 * 255 / 95));
    }
    byte[] file = png(steps, WIDE, it -> perceptual(6 * it), numbers("cICP", 1, 9, 16, 0, 1));

    int[] row = Arrays.copyOf(read(file).pixels(), 96);

    for (int x = 1; x < 96; x++) {
      assertThat(row[x] & 255).isGreaterThanOrEqualTo(row[x - 1] & 255);
    }
    assertThat(row[60] & 255).isLessThan(row[95] & 255);
    assertThat(row[95] & 255).isGreaterThan(250);
    assertThat(row[40] & 255).isBetween(200, 250);
  }

  @Test
  void theHighlightsOfHlgAreKeptToo() throws Exception {
    byte[] file = png(photo, WIDE, it -> it * 0.75, numbers("cICP", 1, 9, 18, 0, 1));

    Picture picture = read(file);

    assertThat(picture.size().width()).isEqualTo(96);
    assertThat(mean(picture.pixels())).isBetween(40.0, 220.0);
  }

  /// The newest says more than the older one.
  @Test
  void codePointsGoBeforeAProfileAndThatBeforeMeasures() throws Exception {
    Chunk gamma = numbers("gAMA", 4, 100_000);
    Chunk codes = numbers("cICP", 1, 1, 13, 0, 1);
    Chunk plain = numbers("sRGB", 1, 0);
    Chunk p3 = profile(MeantColours.displayP3(), 2.2);
    double[] matrix = between(MeantColours.srgb(), MeantColours.displayP3());

    assertSame(png(photo, SAME, PngColoursTest::usual, p3, gamma, codes));
    assertSame(png(photo, matrix, gamma(2.2), plain, gamma, p3));
    assertSame(png(photo, SAME, PngColoursTest::usual, gamma, plain));
  }

  @Test
  void whatMakesNoSenseIsPassedOver() throws Exception {
    byte[] usual = PhotoFiles.encoded(photo, "png");
    for (Chunk chunk :
        new Chunk[] {
          numbers("gAMA", 4, 0),
          numbers("cICP", 1, 2, 2, 0, 1),
          numbers("iCCP", 1, 'x', 0, 0, 1, 2, 3),
          new Chunk("iCCP", new byte[0]),
          numbers("cICP", 1, 9)
        }) {
      assertSame(with(usual, chunk));
    }
    Chunk line = numbers("cHRM", 4, 31270, 32900, 64000, 33000, 64000, 33000, 64000, 33000);
    assertSame(with(usual, numbers("gAMA", 4, 45_455), line));
  }

  @Test
  void palettesAndTransparencyKeepTheirMeaning() throws Exception {
    BufferedImage clear = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x80000000);
    clear.setRGB(1, 0, 0xFF808080);
    byte[] file = with(PhotoFiles.encoded(clear, "png"), numbers("gAMA", 4, 100_000));
    BufferedImage drawn = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED);
    drawn.createGraphics().drawImage(photo, 0, 0, 64, 64, null);
    byte[] palette = with(PhotoFiles.encoded(drawn, "png"), numbers("gAMA", 4, 100_000));

    assertThat(read(file).pixels()).startsWith(0x6C6C6C, 0xBCBCBC, 0xD9D9D9);
    assertThat(mean(read(palette).pixels())).isGreaterThan(mean(rgb(drawn)) + 20);
  }

  private static DoubleUnaryOperator gamma(double gamma) {
    return it -> Math.pow(it, 1 / gamma);
  }

  private static double usual(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  /// SMPTE ST 2084.
  private static double perceptual(double light) {
    double power = Math.pow(light * 203 / 10_000, 0.1593017578125);
    return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
  }

  private static int[] rgb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static double mean(int[] pixels) {
    double sum = 0;
    for (int pixel : pixels) {
      sum += (pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255);
    }
    return sum / 3 / pixels.length;
  }

  private void assertSame(byte[] file) throws Exception {
    int[] pixels = read(file).pixels();
    int[] wanted = rgb(photo);
    for (int shift = 0; shift < 24; shift += 8) {
      double difference = 0;
      for (int i = 0; i < pixels.length; i++) {
        difference += Math.abs((pixels[i] >> shift & 255) - (wanted[i] >> shift & 255));
      }
      assertThat(difference / pixels.length).isCloseTo(0, within(2.5));
    }
  }

  private Picture read(byte[] file) throws Exception {
    PictureAnswer answer = new Pictures().read(Files.write(folder.resolve("photo.png"), file));
    assertThat(answer).isInstanceOf(PictureAnswer.Decoded.class);
    return ((PictureAnswer.Decoded) answer).picture();
  }
}
