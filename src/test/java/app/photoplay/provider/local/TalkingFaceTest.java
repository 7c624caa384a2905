package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalkingFaceTest {
  private static final int MILLIS = 4000;

  @TempDir Path folder;

  /// In a photo of soft waves, two parts that do not fit together would show as a step.
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.6})
  void nothingAroundTheMouthAndTheEyesIsTornHoweverTheFaceLeans(double lean) throws Exception {
    Size photo = new Size(900, 900);
    Face face = face(310, 260, 280, lean);
    VideoEncoder.Order order = order(photo, Shape.SQUARE);
    TalkingFace drawn = talking(waves(photo), face, Shape.SQUARE, order);
    FaceFrame place = onCanvas(face, photo, order.size(), Shape.SQUARE);
    byte[] pixels = new byte[Yuv.bytes(order.size())];
    int steps = 0;

    for (int frame = 0; frame < order.frames(); frame += 9) {
      drawn.draw(frame, pixels);
      steps += steps(pixels, order.size(), place);
    }

    assertThat(steps).isZero();
  }

  /// A jump or a change of colour would show as a block whose mean leaps from one picture to the
  /// next, or as a leap of a whole plane.
  @ParameterizedTest
  @EnumSource(Style.class)
  void nothingLeapsFromOnePictureToTheNext(Style style) throws Exception {
    Size photo = new Size(900, 900);
    Face face = face(310, 260, 280);
    VideoEncoder.Order order = order(photo, Shape.SQUARE);
    TalkingFace drawn = talking(waves(photo), face, Shape.SQUARE, order, style);
    FaceFrame place = onCanvas(face, photo, order.size(), Shape.SQUARE);
    byte[] before = new byte[Yuv.bytes(order.size())];
    byte[] now = before.clone();
    double leap = 0;
    double tint = 0;

    drawn.draw(20, before);
    for (int frame = 21; frame < 60; frame++) {
      drawn.draw(frame, now);
      leap = Math.max(leap, leap(before, now, order.size(), place));
      tint = Math.max(tint, Math.abs(tint(now) - tint(before)));
      System.arraycopy(now, 0, before, 0, now.length);
    }

    assertThat(leap).isLessThan(1);
    assertThat(tint).isLessThan(0.2);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void noShapeShowsABlackBorderWhereverTheFaceIs(Shape shape) throws Exception {
    for (Size photo : new Size[] {new Size(900, 500), new Size(500, 900)}) {
      for (Face face : new Face[] {face(5, 5, 200), face(photo.width() - 260, 200, 250)}) {
        VideoEncoder.Order order = order(photo, shape);
        byte[] pixels = new byte[Yuv.bytes(order.size())];

        talking(slope(photo), face, shape, order).draw(order.frames() / 2, pixels);

        assertThat(darkestOnBorder(pixels, order.size()))
            .as("%s %s", photo, face)
            .isGreaterThan(25);
      }
    }
  }

  @Test
  void theSameSpeechAlwaysMovesAlikeInWhateverOrderPicturesAreDrawn() throws Exception {
    Size photo = new Size(400, 400);
    VideoEncoder.Order order = order(photo, Shape.SQUARE);
    Face face = face(120, 100, 150);
    TalkingFace one = talking(slope(photo), face, Shape.SQUARE, order);
    TalkingFace other = talking(slope(photo), face, Shape.SQUARE, order);
    byte[] first = new byte[Yuv.bytes(order.size())];
    byte[] second = first.clone();

    one.draw(60, first);
    one.draw(30, first);
    other.draw(30, second);

    assertThat(second).isEqualTo(first);
  }

  private TalkingFace talking(Picture photo, Face face, Shape shape, VideoEncoder.Order order)
      throws Exception {
    return talking(photo, face, shape, order, Style.CALM);
  }

  private TalkingFace talking(
      Picture photo, Face face, Shape shape, VideoEncoder.Order order, Style style)
      throws Exception {
    SpeechFiles.write(folder, MILLIS);
    Envelope envelope = Envelope.of(folder.resolve("speech.wav"));
    return new TalkingFace(
        photo, face, shape, order, SpeechFiles.babble(MILLIS), envelope, style, 7);
  }

  private VideoEncoder.Order order(Size photo, Shape shape) {
    Size canvas = shape.canvas(photo, Quality.ECONOMY);
    return new VideoEncoder.Order(canvas, 24, 24 * MILLIS / 1000, 1_000_000, Optional.empty());
  }

  private static Face face(double x, double y, double side) {
    return face(x, y, side, 0);
  }

  private static Face face(double x, double y, double side, double lean) {
    double eyesY = y + 0.385 * side;
    double across = 0.22 * side * Math.cos(lean);
    double down = 0.22 * side * Math.sin(lean);
    double middle = x + side / 2;
    return new Face(
        x,
        y,
        side,
        side,
        Optional.of(
            new Face.Eyes(
                new Face.Point(middle - across, eyesY - down),
                new Face.Point(middle + across, eyesY + down))),
        30);
  }

  private static Picture slope(Size size) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int light = 80 + 80 * x / size.width() + 80 * y / size.height();
        image.setRGB(x, y, light * 0x010101);
      }
    }
    return new Picture(image);
  }

  private static Picture waves(Size size) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int light = (int) (128 + 55 * Math.sin(x / 16.0) + 55 * Math.sin(y / 16.0));
        image.setRGB(x, y, light * 0x010101);
      }
    }
    return new Picture(image);
  }

  private static FaceFrame onCanvas(Face face, Size photo, Size canvas, Shape shape) {
    FaceFrame inPhoto = FaceFrame.of(face);
    Framing framing = Framing.around(face, inPhoto, photo, canvas, shape);
    return inPhoto.in(framing.x(), framing.y(), canvas.width() / framing.width());
  }

  /// Neighbours that differ by more than the waves (up to 4 steps) explain, away from mouth and
  /// eyes.
  private static int steps(byte[] pixels, Size size, FaceFrame face) {
    int steps = 0;
    for (int y = 1; y < size.height(); y++) {
      for (int x = 1; x < size.width(); x++) {
        double u = face.u(x, y);
        double v = face.v(x, y);
        int at = y * size.width() + x;
        if (!isMouthOrEyes(u, v)) {
          int light = pixels[at] & 0xFF;
          int left = pixels[at - 1] & 0xFF;
          int above = pixels[at - size.width()] & 0xFF;
          steps += Math.abs(light - left) > 9 || Math.abs(light - above) > 9 ? 1 : 0;
        }
      }
    }
    return steps;
  }

  /// How much the mean brightness of a block of 8 x 8 changes at most, away from mouth and eyes, as
  /// a part of what movement explains: the waves rise by 4 a pixel, a jaw goes 8 pixels, a head 3.
  private static double leap(byte[] before, byte[] now, Size size, FaceFrame face) {
    double most = 0;
    for (int top = 0; top + 8 <= size.height(); top += 8) {
      for (int left = 0; left + 8 <= size.width(); left += 8) {
        double u = face.u(left + 4, top + 4);
        double v = face.v(left + 4, top + 4);
        if (isMouthOrEyes(u, v)) {
          continue;
        }
        boolean jaw = Math.abs(u) < 1.3 && v > -0.4 && v < 1.5;
        int change = 0;
        for (int i = 0; i < 64; i++) {
          int at = (top + i / 8) * size.width() + left + i % 8;
          change += (now[at] & 0xFF) - (before[at] & 0xFF);
        }
        most = Math.max(most, Math.abs(change) / 64.0 / (jaw ? 32 : 12));
      }
    }
    return most;
  }

  /// The mean of the colour planes.
  private static double tint(byte[] picture) {
    long sum = 0;
    for (int i = picture.length * 2 / 3; i < picture.length; i++) {
      sum += picture[i] & 0xFF;
    }
    return sum / (picture.length / 3.0);
  }

  private static boolean isMouthOrEyes(double u, double v) {
    boolean mouth = Math.abs(u) < 0.55 && v > -0.3 && v < 0.4;
    boolean eyes = Math.abs(u) < 0.95 && v < -0.6 && v > -1.5;
    return mouth || eyes;
  }

  private static int darkestOnBorder(byte[] pixels, Size size) {
    int darkest = 255;
    for (int x = 0; x < size.width(); x++) {
      darkest = Math.min(darkest, pixels[x] & 0xFF);
      darkest = Math.min(darkest, pixels[(int) size.pixels() - 1 - x] & 0xFF);
    }
    for (int y = 0; y < size.height(); y++) {
      darkest = Math.min(darkest, pixels[y * size.width()] & 0xFF);
      darkest = Math.min(darkest, pixels[(y + 1) * size.width() - 1] & 0xFF);
    }
    return darkest;
  }
}
