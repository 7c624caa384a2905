package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One eye of a drawn face, with a brow above; the eyes are 200 pixels apart.
class EyeTest {
  private static final int X = 260;
  private static final int Y = 300;
  private static final int UPPER_LID = Y - 20;

  @Test
  void aLidComesDownWithoutTheBrowThatIsCloseAboveIt() {
    Plate plate = eyeWithBrow(Y - 56, Y - 40);

    assertThat(darkRows(plate, closed(plate))).isEqualTo(darkRows(plate, plate.pixels()));
  }

  @Test
  void aBrowThatLiesOnTheLidIsNotPulledDownWithIt() {
    Plate plate = eyeWithBrow(Y - 50, Y - 18);

    assertThat(darkRows(plate, closed(plate))).isEqualTo(darkRows(plate, plate.pixels()));
  }

  @Test
  void aClosedEyeIsCoveredBySkin() {
    Plate plate = eyeWithBrow(Y - 56, Y - 40);

    assertThat(light(plate, plate.pixels(), Y)).isLessThan(40);
    assertThat(light(plate, closed(plate), Y)).isGreaterThan(150);
  }

  /// The rows above the lid where it is as dark as the brow.
  private static List<Integer> darkRows(Plate plate, int[] pixels) {
    return IntStream.range(Y - 64, UPPER_LID)
        .filter(y -> light(plate, pixels, y) < 110)
        .boxed()
        .toList();
  }

  private static int light(Plate plate, int[] pixels, int y) {
    return Pixels.light(pixels[y * plate.width() + X]);
  }

  private static int[] closed(Plate plate) {
    int[] raster = plate.pixels().clone();
    new Eye(plate, new FaceFrame(X, Y, 200, 1, 0, true)).draw(1, 0, raster);
    return raster;
  }

  private static Plate eyeWithBrow(int top, int bottom) {
    Size canvas = new Size(720, 720);
    int side = (int) Math.ceil(canvas.width() * Plate.OVERSIZE);
    BufferedImage face = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = face.createGraphics();
    graphics.setColor(new Color(0xD8B8A0));
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(new Color(0x504038));
    graphics.fillRect(X - 70, top, 140, bottom - top);
    graphics.setColor(Color.BLACK);
    graphics.fillOval(X - 15, Y - 15, 30, 30);
    graphics.dispose();
    return Plate.of(new Picture(face), new Framing(0, 0, side, side), canvas);
  }
}
