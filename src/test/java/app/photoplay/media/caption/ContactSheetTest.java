package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactSheetTest {
  private static final Size WIDE = new Size(16, 9);
  private static final Size TALL = new Size(9, 16);

  @TempDir Path folder;
  private Lettering lettering;

  @BeforeEach
  void open() {
    lettering = new Lettering(folder);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "6", "7", "13", "20"})
  void isNeverTooLargeForAPhoneAndNeverAThinStrip(int count) {
    for (Size shape : List.of(WIDE, TALL, new Size(1, 1))) {
      Picture sheet =
          ContactSheet.of(
              Collections.nCopies(count, Optional.of(plain(Color.GRAY, 640, 360))),
              shape,
              lettering);

      assertThat(sheet.width()).isBetween(300, 2000);
      assertThat(sheet.height()).isBetween(300, 2000);
      assertThat((double) sheet.width() / sheet.height()).isBetween(0.5, 2.1);
    }
  }

  @Test
  void showsThePicturesInTheirOrderAndAGapWhereThereIsNone() {
    Picture sheet =
        ContactSheet.of(
            List.of(
                Optional.of(plain(Color.RED, 640, 360)),
                Optional.empty(),
                Optional.of(plain(Color.BLUE, 360, 640)),
                Optional.of(plain(Color.GREEN, 640, 360))),
            WIDE,
            lettering);

    int right = sheet.width() - sheet.width() / 8;
    int lower = sheet.height() - sheet.height() / 8;
    assertThat(at(sheet, sheet.width() / 3, sheet.height() / 4)).isEqualTo(Color.RED);
    assertThat(at(sheet, right, sheet.height() / 4).getRed()).isLessThan(0x60);
    assertThat(at(sheet, sheet.width() / 3, lower)).isEqualTo(Color.BLUE);
    assertThat(at(sheet, right, lower)).isEqualTo(Color.GREEN);
  }

  @Test
  void numbersAreReadOnAnyPicture() {
    for (Color ground : List.of(Color.BLACK, Color.WHITE, new Color(0xFFD92E))) {
      Picture sheet =
          ContactSheet.of(
              Collections.nCopies(12, Optional.of(plain(ground, 640, 360))), WIDE, lettering);

      int dark = 0;
      int bright = 0;
      for (int x = 8; x < 110; x++) {
        for (int y = 8; y < 90; y++) {
          int red = at(sheet, x, y).getRed();
          dark += red < 0x40 ? 1 : 0;
          bright += red > 0xC0 ? 1 : 0;
        }
      }
      assertThat(dark).as("on " + ground).isGreaterThan(100);
      assertThat(bright).as("on " + ground).isGreaterThan(500);
    }
    Pictures.writeJpeg(
        ContactSheet.of(
            Collections.nCopies(12, Optional.of(plain(Color.GRAY, 640, 360))), WIDE, lettering),
        Path.of("target", "contact-sheet.jpg"),
        0.9);
  }

  private static Color at(Picture picture, int x, int y) {
    return new Color(picture.image().getRGB(x, y));
  }

  private static Picture plain(Color color, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return new Picture(image);
  }
}
