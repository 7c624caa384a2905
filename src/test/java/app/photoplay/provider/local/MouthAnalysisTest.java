package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.testkit.PhotoFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MouthAnalysisTest {
  private static final Size CANVAS = new Size(1280, 720);

  @TempDir private Path folder;

  @Test
  void isNotTakenInByTheShadowOfANose() throws Exception {
    Picture photo = photo("grace_hopper.jpg");
    Face found = new FaceFinder().find(photo).getFirst();
    MouthShape plain = mouth(photo, found);

    FaceFrame face = FaceFrame.of(found);
    double unit = face.scale();
    Graphics2D graphics = photo.image().createGraphics();
    graphics.setColor(new Color(30, 18, 14));
    graphics.fill(
        new Rectangle2D.Double(
            face.x(-0.13, -0.29), face.y(-0.13, -0.29), 0.26 * unit, 0.05 * unit));
    graphics.dispose();

    MouthShape shaded = mouth(photo, found);
    assertThat(shaded.upper()).isCloseTo(plain.upper(), within(0.03));
    assertThat(shaded.lower()).isCloseTo(plain.lower(), within(0.03));
  }

  @Test
  void seesTheTeethOfASmile() throws Exception {
    Path file = Files.write(folder.resolve("portrait.jpg"), PhotoFiles.portrait());
    Picture photo = ((PictureAnswer.Decoded) new Pictures().read(file)).picture();

    MouthShape smile = mouth(photo, new FaceFinder().find(photo).getFirst());

    assertThat(smile.showsTeeth()).isTrue();
  }

  private Picture photo(String name) throws Exception {
    Path file = Files.write(folder.resolve(name), PhotoFiles.named(name));
    return ((PictureAnswer.Decoded) new Pictures().read(file)).picture();
  }

  private static MouthShape mouth(Picture photo, Face found) {
    FaceFrame inPhoto = FaceFrame.of(found);
    Framing framing = Framing.around(found, inPhoto, photo.size(), CANVAS, Shape.WIDE);
    Plate plate = Plate.of(photo, framing, CANVAS);
    FaceFrame face = inPhoto.in(framing.x(), framing.y(), plate.width() / framing.width());
    return MouthAnalysis.of(plate, face);
  }
}
