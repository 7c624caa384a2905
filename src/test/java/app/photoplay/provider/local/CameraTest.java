package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.media.video.Yuv;
import app.photoplay.provider.talk.Style;
import app.photoplay.testkit.SpeechFiles;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Follows dots through the pictures and compares them with where the camera should see them.
class CameraTest {
  private static final Size CANVAS = new Size(1280, 720);
  private static final int FRAMES = 100;
  private static final double MOST_JITTER = 0.03;
  private static final double[][] DOTS = {{150, 120}, {400, 260}, {880, 480}, {1130, 610}};

  @TempDir Path folder;

  @Test
  void aZoomGoesWithoutAJitter() {
    ZoomedPhoto zoomed = new ZoomedPhoto(dots(), Optional.empty(), order());

    assertThat(jitter(zoomed, zoomed::camera)).isLessThan(MOST_JITTER);
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void theCameraBeforeAFaceGoesWithoutAJitter(Style style) throws Exception {
    SpeechFiles.write(folder, 4000);
    Face face = new Face(590, 300, 100, 100, Optional.empty(), 30);
    TalkingFace talking =
        new TalkingFace(
            dots(),
            face,
            Shape.WIDE,
            order(),
            SpeechFiles.babble(4000),
            Envelope.of(folder.resolve("speech.wav")),
            style,
            7);

    assertThat(jitter(talking, talking::camera)).isLessThan(MOST_JITTER);
  }

  private static VideoEncoder.Order order() {
    return new VideoEncoder.Order(CANVAS, 25, FRAMES, 1, Optional.empty());
  }

  /// Soft dots of 8 pixels; the picture is as large as what is framed, or smaller parts are.
  private static Picture dots() {
    BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 720; y++) {
      for (int x = 0; x < 1280; x++) {
        double light = 40;
        for (double[] dot : DOTS) {
          double square = Math.pow(x - dot[0], 2) + Math.pow(y - dot[1], 2);
          light += 180 * Math.exp(-square / 32);
        }
        image.setRGB(x, y, ((int) light) * 0x010101);
      }
    }
    return new Picture(image);
  }

  /// The root of the mean square distance of a dot from its ideal way, in pixels.
  private static double jitter(VideoEncoder.Planes pictures, IntFunction<Camera> cameras) {
    byte[] picture = new byte[Yuv.bytes(CANVAS)];
    double squares = 0;
    int count = 0;
    double[][] first = new double[2][];
    int followed = -1;
    for (int frame = 0; frame < FRAMES; frame += 3) {
      pictures.draw(frame, picture);
      Camera camera = cameras.apply(frame);
      if (first[0] == null) {
        followed = brightest(picture);
        double[] dot = centre(picture, followed % CANVAS.width(), followed / CANVAS.width());
        first[0] =
            new double[] {
              camera.left() + dot[0] * camera.scale(), camera.top() + dot[1] * camera.scale()
            };
      }
      double x = (first[0][0] - camera.left()) / camera.scale();
      double y = (first[0][1] - camera.top()) / camera.scale();
      double[] dot = centre(picture, (int) Math.round(x), (int) Math.round(y));
      squares += Math.pow(dot[0] - x, 2) + Math.pow(dot[1] - y, 2);
      count++;
    }
    return Math.sqrt(squares / count);
  }

  /// The brightest place that stays inside when the camera goes in.
  private static int brightest(byte[] picture) {
    int best = -1;
    for (int y = 60; y < CANVAS.height() - 60; y++) {
      for (int x = 60; x < CANVAS.width() - 60; x++) {
        int at = y * CANVAS.width() + x;
        if (best < 0 || (picture[at] & 0xFF) > (picture[best] & 0xFF)) {
          best = at;
        }
      }
    }
    return best;
  }

  private static double[] centre(byte[] picture, int x, int y) {
    double sum = 0;
    double across = 0;
    double down = 0;
    for (int dy = -30; dy <= 30; dy++) {
      for (int dx = -30; dx <= 30; dx++) {
        double light = (picture[(y + dy) * CANVAS.width() + x + dx] & 0xFF) - 54;
        if (light > 0) {
          sum += light;
          across += light * (x + dx);
          down += light * (y + dy);
        }
      }
    }
    return new double[] {across / sum, down / sum};
  }
}
