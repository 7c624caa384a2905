package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import app.photoplay.provider.video.CameraMove;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoShotTest {
  private static final Size CANVAS = new Size(360, 360);
  private static final int FRAMES = 50;

  @ParameterizedTest
  @EnumSource(names = {"TRUCK_RIGHT", "PAN_LEFT", "ZOOM_IN", "PUSH_IN", "STATIC_SHOT"})
  void keepsTheHairThatReachesTheUpperEdgeOfThePhoto(CameraMove move) {
    Face face = new Face(180, 60, 100, 100, 0, Optional.empty(), 40);

    assertThat(hairSeen(face, move, 0)).isTrue();
    assertThat(hairSeen(face, move, FRAMES - 1)).isTrue();
  }

  /// A photo whose uppermost rows are red.
  private static boolean hairSeen(Face face, CameraMove move, int frame) {
    BufferedImage photo = new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, 500, 500);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 500, 12);
    graphics.dispose();
    PhotoShot shot = new PhotoShot(new Picture(photo), List.of(face), CANVAS, move, FRAMES, 25);
    int pixel = shot.picture(frame, CANVAS).pixels()[CANVAS.width() + CANVAS.width() / 2];
    return new Color(pixel).getRed() > 200 && new Color(pixel).getGreen() < 60;
  }
}
