package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.local.Camera;
import app.photoplay.provider.video.CameraMove;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Follows soft dots through shots and compares where they are with where the camera's path puts
/// them, in pixels of the canvas.
class CameraPathTest {
  private static final Size CANVAS = new Size(640, 360);
  private static final Size PLATE = Plates.size(CANVAS);
  private static final int FRAMES = 60;
  private static final double RATE = 25;
  private static final double DEPTH = 0.7;
  private static final int REACH = 14;
  private static final double[][] DOTS = {{0.5, 0.5}, {0.42, 0.41}, {0.6, 0.63}};
  private static final double MOST_JITTER = 0.03;

  @ParameterizedTest
  @EnumSource(CameraMove.class)
  @DisplayName("A scene moves without jitter")
  void sceneKeepsToThePath(CameraMove move) {
    int[] pixels = dots();
    Scene scene =
        new Scene(
            PLATE,
            List.of(new Layer(pixels, PLATE, DEPTH, Layer.Motion.NONE)),
            List.of(),
            Falling.NOTHING,
            0);

    SceneShot shot = new SceneShot(scene, CANVAS, move, FRAMES, RATE);

    assertThat(jitter(rgb(shot), move, DEPTH)).isLessThanOrEqualTo(MOST_JITTER);
  }

  @ParameterizedTest
  @EnumSource(CameraMove.class)
  @DisplayName("A photo without face and horizon moves without jitter")
  void photoKeepsToThePath(CameraMove move) {
    BufferedImage image =
        new BufferedImage(PLATE.width(), PLATE.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, PLATE.width(), PLATE.height(), dots(), 0, PLATE.width());
    PhotoShot shot = new PhotoShot(new Picture(image), List.of(), CANVAS, move, FRAMES, RATE);

    assertThat(jitter(rgb(shot), move, PhotoDepth.MIDDLE)).isLessThanOrEqualTo(MOST_JITTER);
  }

  private static VideoEncoder.Frames rgb(VideoEncoder.Planes shot) {
    return (frame, pixels) ->
        System.arraycopy(shot.picture(frame, CANVAS).pixels(), 0, pixels, 0, pixels.length);
  }

  /// The root mean square of all distances between a dot and its path, a constant offset taken out.
  private static double jitter(VideoEncoder.Frames shot, CameraMove move, double depth) {
    int[] frame = new int[Math.toIntExact(CANVAS.pixels())];
    double[][] errors = new double[DOTS.length * 2][FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      shot.draw(i, frame);
      Pose pose = Pose.at(move, (double) i / (FRAMES - 1), FRAMES / RATE);
      Camera view = pose.view(PLATE, CANVAS, depth);
      for (int dot = 0; dot < DOTS.length; dot++) {
        double x = (DOTS[dot][0] * PLATE.width() - view.left()) / view.scale();
        double y = (DOTS[dot][1] * PLATE.height() - view.top()) / view.scale();
        double[] seen = centre(frame, x, y);
        errors[2 * dot][i] = seen[0] - x;
        errors[2 * dot + 1][i] = seen[1] - y;
      }
    }
    double sum = 0;
    for (double[] series : errors) {
      double mean = Arrays.stream(series).average().orElseThrow();
      sum += Arrays.stream(series).map(it -> (it - mean) * (it - mean)).sum();
    }
    return Math.sqrt(sum / (DOTS.length * FRAMES));
  }

  /// The centre of light around a place.
  private static double[] centre(int[] frame, double x, double y) {
    double weight = 0;
    double sumX = 0;
    double sumY = 0;
    for (int row = (int) y - REACH; row <= y + REACH; row++) {
      for (int column = (int) x - REACH; column <= x + REACH; column++) {
        int light = frame[row * CANVAS.width() + column] & 255;
        weight += light;
        sumX += (double) light * column;
        sumY += (double) light * row;
      }
    }
    return new double[] {sumX / weight, sumY / weight};
  }

  private static int[] dots() {
    int[] pixels = new int[Math.toIntExact(PLATE.pixels())];
    for (int y = 0; y < PLATE.height(); y++) {
      for (int x = 0; x < PLATE.width(); x++) {
        double light = 0;
        for (double[] dot : DOTS) {
          double dx = x - dot[0] * PLATE.width();
          double dy = y - dot[1] * PLATE.height();
          light += 250 * Math.exp(-(dx * dx + dy * dy) / 18);
        }
        int grey = (int) Math.min(255, light);
        pixels[y * PLATE.width() + x] = 0xFF000000 | grey * 0x010101;
      }
    }
    return pixels;
  }
}
