package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedFacesTest {
  private static final Face LEFT = new Face(300, 500, 300, 300, Optional.empty(), 30);
  private static final Face RIGHT = new Face(1500, 20, 300, 300, Optional.empty(), 30);

  @TempDir Path folder;
  private Lettering lettering;

  @BeforeEach
  void open() {
    lettering = new Lettering(folder);
  }

  @Test
  void makesALargePhotoFitAPhone() {
    Picture drawn = NumberedFaces.on(plain(Color.GRAY, 2560, 1280), List.of(LEFT), lettering);

    assertThat(drawn.width()).isEqualTo(1280);
    assertThat(drawn.height()).isEqualTo(640);
  }

  @Test
  void isSeenOnDarkAndOnBrightPhotos() {
    for (Color ground : List.of(Color.BLACK, Color.WHITE, new Color(0xFFD92E))) {
      Picture drawn = NumberedFaces.on(plain(ground, 2560, 1280), List.of(LEFT), lettering);

      // The upper edge of the box is at y = 231: something there differs clearly from the ground.
      assertThat(contrast(drawn, 220, 225, 10, 14)).as("on " + ground).isGreaterThan(0.5);
    }
  }

  @Test
  void leavesTheFaceItselfFree() {
    Picture photo = plain(Color.GRAY, 1280, 640);
    Face face = new Face(150, 250, 150, 150, Optional.empty(), 30);

    Picture drawn = NumberedFaces.on(photo, List.of(face), lettering);

    assertThat(contrast(drawn, 150, 250, 150, 150)).isZero();
  }

  @Test
  void putsTheNumberBelowAFaceAtTheUpperEdge() {
    Picture drawn =
        NumberedFaces.on(plain(Color.GRAY, 2560, 1280), List.of(LEFT, RIGHT), lettering);

    // The box of the right face ends at y = 179; the disc hangs below it.
    assertThat(contrast(drawn, 780, 190, 90, 60)).isGreaterThan(0.3);
  }

  @Test
  void tellsNumbersApart() {
    Picture photo = plain(Color.GRAY, 1280, 640);
    Face one = new Face(200, 250, 150, 150, Optional.empty(), 30);
    Face two = new Face(800, 250, 150, 150, Optional.empty(), 30);

    Picture drawn = NumberedFaces.on(photo, List.of(one, two), lettering);

    BufferedImage image = drawn.image();
    int differing = 0;
    for (int y = 140; y < 230; y++) {
      for (int x = 220; x < 330; x++) {
        differing += image.getRGB(x, y) == image.getRGB(x + 600, y) ? 0 : 1;
      }
    }
    assertThat(differing).isGreaterThan(200);
  }

  /// The largest difference of brightness in a part of a picture, 0 to 1.
  private static double contrast(Picture picture, int left, int top, int width, int height) {
    int least = 255;
    int most = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        Color color = new Color(picture.image().getRGB(x, y));
        int brightness = (color.getRed() + 2 * color.getGreen() + color.getBlue()) / 4;
        least = Math.min(least, brightness);
        most = Math.max(most, brightness);
      }
    }
    return (most - least) / 255.0;
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
