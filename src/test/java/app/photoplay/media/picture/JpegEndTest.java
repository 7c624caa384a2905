package app.photoplay.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A JPEG that lacks only its last two bytes is whole; one in which blocks are missing is not,
/// however its end was filled up.
class JpegEndTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "false, 2, ''",
    "true, 2, ''",
    "false, 1, ''",
    "false, 2, 00",
    "true, 2, 00",
    "false, 0, 00",
    "false, 0, 53454654"
  })
  void whatOnlyLacksItsEndIsShown(boolean progressive, int missing, String more) throws Exception {
    byte[] whole = jpeg(progressive);
    byte[] behind = HexFormat.of().parseHex(more.repeat(2000));
    byte[] file = joined(Arrays.copyOf(whole, whole.length - missing), behind);

    PictureAnswer answer = read(file);

    assertThat(answer).isInstanceOf(PictureAnswer.Decoded.class);
    assertThat(((PictureAnswer.Decoded) answer).picture().pixels())
        .isEqualTo(((PictureAnswer.Decoded) read(whole)).picture().pixels());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.9, 0.99})
  void whatLacksBlocksIsRefusedHoweverItWasFilledUp(double share) throws Exception {
    byte[] end = {(byte) 0xFF, (byte) 0xD9};
    byte[] ones = new byte[3000];
    Arrays.fill(ones, (byte) 0xFF);
    for (boolean progressive : new boolean[] {false, true}) {
      byte[] whole = jpeg(progressive);
      byte[] cut = Arrays.copyOf(whole, (int) (share * whole.length));
      for (byte[] more :
          new byte[][] {{}, end, new byte[3000], joined(new byte[3000], end), ones}) {
        assertThat(read(joined(cut, more)))
            .isEqualTo(new PictureAnswer.Unreadable(PhotoProblem.BROKEN));
      }
    }
  }

  @Test
  void aHoleInTheMiddleIsRefused() throws Exception {
    byte[] file = jpeg(false);
    Arrays.fill(file, file.length / 2, file.length / 2 + 2000, (byte) 0);

    assertThat(read(file)).isEqualTo(new PictureAnswer.Unreadable(PhotoProblem.BROKEN));
  }

  /// The first pass of a progressive picture is a mosaic of its blocks.
  @Test
  void aProgressivePictureThatEndsAfterAnyOfItsPassesIsRefused() throws Exception {
    byte[] whole = jpeg(true);
    int passes = 0;
    for (int at = 2; at + 1 < whole.length; at++) {
      boolean begins = (whole[at] & 0xFF) == 0xFF && ((whole[at + 1] & 0xFF) == 0xC4);
      if (begins && passes++ > 3) {
        assertThat(read(Arrays.copyOf(whole, at)))
            .isEqualTo(new PictureAnswer.Unreadable(PhotoProblem.BROKEN));
      }
    }
    assertThat(passes).isGreaterThan(5);
  }

  private static byte[] jpeg(boolean progressive) throws Exception {
    BufferedImage photo = ImageIO.read(new ByteArrayInputStream(PhotoFiles.portrait()));
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.setOutput(ImageIO.createImageOutputStream(bytes));
    writer.write(null, new IIOImage(photo, null, null), settings);
    ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).close();
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private PictureAnswer read(byte[] bytes) throws Exception {
    return new Pictures().read(Files.write(folder.resolve("photo.jpg"), bytes));
  }
}
