package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.testkit.PhotoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mouth of the sample photo, which smiles and shows its teeth.
class MouthWarpTest {
  private static final Size CANVAS = new Size(720, 720);

  @TempDir Path folder;
  private Plate plate;
  private FaceFrame face;
  private MouthShape shape;
  private int[] raster;

  @BeforeEach
  void refresh() throws Exception {
    Path file = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    Picture photo = ((PictureAnswer.Decoded) new Pictures().read(file)).picture();
    Face found = new FaceFinder().find(photo).getFirst();
    FaceFrame inPhoto = FaceFrame.of(found);
    Framing framing = Framing.around(found, inPhoto, photo.size(), CANVAS, Shape.SQUARE);
    plate = Plate.of(photo, framing, CANVAS);
    face = inPhoto.in(framing.x(), framing.y(), plate.width() / framing.width());
    shape = MouthAnalysis.of(plate, face);
    raster = plate.pixels().clone();
  }

  @Test
  void aMouthAtRestIsThePhotosOwn() {
    draw(new MouthPose(0.8, 0.2, 0, 1, 1));

    draw(new MouthPose(0, 0, 0, 0, 0));

    assertThat(raster).isEqualTo(plate.pixels());
  }

  @Test
  void theTeethOfASmileAreCoveredWhenTheLipsMeet() {
    draw(new MouthPose(0, 0, 0, 1, 1));

    assertThat(shape.showsTeeth()).isTrue();
    assertThat(palest(raster)).isLessThan(palest(plate.pixels()) - 25);
  }

  @Test
  void anOpenMouthIsDarkInside() {
    draw(new MouthPose(1, 0, 0, 1, 1));

    double below = shape.lower() + 0.01;
    assertThat(Pixels.light(pixel(raster, 0, below))).isLessThan(75);
  }

  @Test
  void forFTheTeethAreSeenOnTheLip() {
    draw(new MouthPose(0.05, 0, 1, 1, 1));
    int biting = palest(raster);
    draw(new MouthPose(0.05, 0, 0, 1, 1));

    assertThat(biting).isGreaterThan(palest(raster));
  }

  private void draw(MouthPose pose) {
    Lips lips = new Lips(shape);
    lips.place(pose);
    new MouthWarp(plate, face, shape).draw(pose, lips, raster);
  }

  /// The brightness of the brightest row across the middle of the mouth, lips' gloss left out.
  private int palest(int[] pixels) {
    int palest = 0;
    for (double v = shape.upper() + 0.02; v < shape.lower() - 0.02; v += 0.01) {
      int sum = 0;
      for (int i = -5; i <= 5; i++) {
        sum += Pixels.light(pixel(pixels, i * 0.02, v));
      }
      palest = Math.max(palest, sum / 11);
    }
    return palest;
  }

  private int pixel(int[] pixels, double u, double v) {
    int x = (int) Math.round(face.x(u, v));
    int y = (int) Math.round(face.y(u, v));
    return pixels[y * plate.width() + x];
  }
}
