package app.photoplay.media.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.testkit.PhotoFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceFinderTest {
  private static final FaceFinder FINDER = new FaceFinder();

  @TempDir Path folder;

  @Test
  void findsTheFaceOfThePortraitWithBothEyes() throws IOException {
    List<Face> faces = FINDER.find(picture(PhotoFiles.portrait()));

    assertThat(faces).hasSize(1);
    Face face = faces.getFirst();
    assertThat(face.x()).isCloseTo(176, within(4.0));
    assertThat(face.y()).isCloseTo(65, within(4.0));
    assertThat(face.width()).isCloseTo(96, within(5.0));
    assertThat(face.score()).isBetween(0.8, 1.0);
    Face.Eyes eyes = face.eyes().orElseThrow();
    assertThat(eyes.left().x()).isCloseTo(201, within(4.0));
    assertThat(eyes.left().y()).isCloseTo(100, within(4.0));
    assertThat(eyes.right().x()).isCloseTo(245, within(4.0));
    assertThat(eyes.right().y()).isCloseTo(103, within(4.0));
  }

  @Test
  void findsNoFaceInACatAndARocket() throws IOException {
    assertThat(FINDER.find(picture(PhotoFiles.named("cat.jpg")))).isEmpty();
    assertThat(FINDER.find(picture(PhotoFiles.named("rocket.jpg")))).isEmpty();
    assertThat(FINDER.find(picture(PhotoFiles.named("coffee.jpg")))).isEmpty();
  }

  /// An elephant's leaning trunk and butterflies' bodies passed for faces once.
  @ParameterizedTest
  @ValueSource(strings = {"elephant.png", "butterflies.png"})
  void findsNoFaceInADrawingOf(String animal) throws IOException {
    assertThat(FINDER.find(picture(PhotoFiles.named(animal)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-35, -25, -15, 10, 20, 30, 35})
  void findsALeaningFaceAndHowItLeans(int degrees) throws IOException {
    double roll = Math.toRadians(degrees);

    Face face = FINDER.find(turned(picture(PhotoFiles.portrait()), roll)).getFirst();

    Face.Eyes eyes = face.eyes().orElseThrow();
    // in the photo itself the eyes lean by 3.9 degrees
    assertThat(Math.toDegrees(face.roll())).isCloseTo(degrees + 3.9, within(5.0));
    assertThat(distance(eyes.left(), turned(new Face.Point(201, 100), roll))).isLessThan(6);
    assertThat(distance(eyes.right(), turned(new Face.Point(245, 103), roll))).isLessThan(6);
  }

  @ParameterizedTest
  @CsvSource({"grace_hopper.jpg, 267, 217", "fez-and-beard.jpg, 221, 184"})
  void findsFacesWithGlassesBeardsAndHats(String file, double x, double y) throws IOException {
    List<Face> faces = FINDER.find(picture(PhotoFiles.named(file)));

    assertThat(faces).hasSize(1);
    assertThat(distance(faces.getFirst().centre(), new Face.Point(x, y))).isLessThan(15);
  }

  @Test
  void findsAFaceWhoseEyesAre24PixelsApartInALargePhoto() throws IOException {
    Picture small = picture(PhotoFiles.portrait()).scaledTo(new Size(279, 279));
    BufferedImage wide = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wide.createGraphics();
    graphics.drawImage(small.image(), 1400, 600, null);
    graphics.dispose();

    Face face = FINDER.find(new Picture(wide)).getFirst();

    assertThat(face.centre().x()).isCloseTo(1400 + 223 * 0.545, within(4.0));
    assertThat(face.centre().y()).isCloseTo(600 + 113 * 0.545, within(4.0));
  }

  @Test
  void putsTheLargerOfTwoSureFacesFirst() throws IOException {
    Picture portrait = picture(PhotoFiles.portrait());
    BufferedImage pair = new BufferedImage(900, 512, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = pair.createGraphics();
    graphics.drawImage(portrait.scaledTo(new Size(380, 380)).image(), 0, 100, null);
    graphics.drawImage(portrait.image(), 388, 0, null);
    graphics.dispose();

    List<Face> faces = FINDER.find(new Picture(pair));

    assertThat(faces).hasSize(2);
    assertThat(faces.getFirst().x()).isGreaterThan(388);
  }

  @Test
  void doesNotTakeDarkGlassesForEyes() throws IOException {
    BufferedImage photo = picture(PhotoFiles.portrait()).image();
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(new Color(20, 20, 25));
    graphics.fillOval(184, 88, 36, 28);
    graphics.fillOval(228, 90, 36, 28);
    graphics.fillRect(216, 98, 16, 4);
    graphics.dispose();

    Face face = FINDER.find(new Picture(photo)).getFirst();

    assertThat(face.eyes()).isEmpty();
    // they are still known to be behind
    assertThat(distance(face.eyesOrUsual().left(), new Face.Point(203, 102))).isLessThan(8);
  }

  @Test
  void statesTheSurfaceOfAFace() throws IOException {
    Picture portrait = picture(PhotoFiles.portrait());
    Face face = FINDER.find(portrait).getFirst();

    FaceMesh mesh = FINDER.closely(portrait, face).orElseThrow();

    // measured by hand in the photo
    assertThat(distance(mesh.point(61), new Face.Point(202, 143))).isLessThan(6);
    assertThat(distance(mesh.point(291), new Face.Point(244, 146))).isLessThan(6);
    FaceMesh.Irises irises = mesh.irises().orElseThrow();
    assertThat(distance(irises.left().centre(), new Face.Point(203, 102))).isLessThan(4);
    assertThat(distance(irises.right().centre(), new Face.Point(246, 104))).isLessThan(4);
    assertThat(irises.left().radius()).isBetween(3.0, 7.0);
    for (FaceMesh.Part part : FaceMesh.Part.values()) {
      assertThat(mesh.line(part))
          .hasSameSizeAs(part.points())
          .allSatisfy(point -> {
            assertThat(distance(point, face.centre())).isLessThan(75);
          });
    }
    // the nose's tip is nearer than the edge of a cheek
    assertThat(mesh.depth(1)).isLessThan(mesh.depth(234) - 20);
  }

  /// Of 300, so many are looked at as could be meant.
  @Test
  void isCalmWhereThereAre300Faces() throws IOException {
    BufferedImage small = picture(PhotoFiles.portrait()).image().getSubimage(150, 30, 150, 150);
    BufferedImage crowd = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = crowd.createGraphics();
    for (int i = 0; i < 300; i++) {
      graphics.drawImage(small, i % 20 * 80, i / 20 * 80, 80, 80, null);
    }
    graphics.dispose();

    List<Face> faces = FINDER.find(new Picture(crowd));

    assertThat(faces).hasSizeBetween(10, 300);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 700", "3000, 1", "7, 5", "40, 4000"})
  void isCalmAboutOddSizes(int width, int height) {
    BufferedImage odd = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);

    assertThat(FINDER.find(new Picture(odd))).isEmpty();
    assertThat(FINDER.findUsual(new Picture(odd))).isEmpty();
  }

  @Test
  void findsNoFaceInAPlainSurface() {
    BufferedImage plain = new BufferedImage(500, 400, BufferedImage.TYPE_INT_RGB);

    assertThat(FINDER.find(new Picture(plain))).isEmpty();
  }

  @Test
  void findsNoFaceInARoundButtonOfAProgramsWindow() {
    BufferedImage window = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = window.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.translate(200, 150);
    graphics.setColor(new Color(0x80, 0x80, 0x80));
    graphics.fillOval(-34, -34, 68, 68);
    graphics.fillRect(-14, 30, 28, 40);
    graphics.setColor(Color.WHITE);
    graphics.fillOval(-27, -27, 54, 54);
    graphics.setColor(new Color(0x50, 0x50, 0x50));
    for (int i = 0; i < 4; i++) {
      graphics.fillPolygon(new int[] {-8, 8, 0}, new int[] {-15, -15, -22}, 3);
      graphics.rotate(Math.PI / 2);
    }
    graphics.dispose();

    assertThat(FINDER.find(new Picture(window))).isEmpty();
  }

  @Test
  void findsBothOfTwoFaces() throws IOException {
    BufferedImage portrait = picture(PhotoFiles.portrait()).image();
    BufferedImage pair = new BufferedImage(1024, 512, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = pair.createGraphics();
    graphics.drawImage(portrait, 0, 0, null);
    graphics.drawImage(portrait, 512, 0, null);
    graphics.dispose();

    List<Face> faces = FINDER.find(new Picture(pair));

    assertThat(faces).hasSize(2).allSatisfy(face -> assertThat(face.eyes()).isPresent());
    assertThat(faces.stream().map(Face::x).sorted().toList())
        .satisfies(x -> assertThat(x.getFirst()).isCloseTo(176, within(6.0)))
        .satisfies(x -> assertThat(x.getLast()).isCloseTo(688, within(6.0)));
  }

  @Test
  void ranksARealFaceBeforeALargerChanceHit() throws IOException {
    Picture small = picture(PhotoFiles.portrait()).within(192);

    Face best = FINDER.find(small).getFirst();

    assertThat(best.x()).isCloseTo(66, within(4.0));
    assertThat(best.width()).isCloseTo(36, within(3.0));
  }

  @Test
  void findsNoFaceThatIsTooCoarseToBeAnimated() throws IOException {
    assertThat(FINDER.find(picture(PhotoFiles.portrait()).within(140))).isEmpty();
  }

  @Test
  void statesPlacesInPixelsOfALargePicture() throws IOException {
    Picture large = picture(PhotoFiles.portrait()).scaledTo(new Size(2048, 2048));

    Face face = FINDER.find(large).getFirst();

    assertThat(face.x()).isCloseTo(4 * 176, within(16.0));
    assertThat(face.eyes().orElseThrow().left().y()).isCloseTo(4 * 100, within(16.0));
  }

  @Test
  void findsTheFaceInADarkPhoto() throws IOException {
    BufferedImage dark = picture(PhotoFiles.portrait()).image();
    for (int y = 0; y < 512; y++) {
      for (int x = 0; x < 512; x++) {
        dark.setRGB(x, y, dark.getRGB(x, y) >> 2 & 0x3F3F3F);
      }
    }

    assertThat(FINDER.find(new Picture(dark))).hasSize(1);
  }

  @Test
  void answersTheSameToSeveralThreads() throws Exception {
    Picture portrait = picture(PhotoFiles.portrait());
    FaceFinder fresh = new FaceFinder();

    List<List<Face>> answers;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<Face>>> asked =
          Stream.generate(() -> threads.submit(() -> fresh.find(portrait))).limit(4).toList();
      answers = asked.stream().map(FaceFinderTest::result).toList();
    }

    assertThat(answers.stream().distinct()).hasSize(1);
  }

  /// The picture turned clockwise about its middle.
  private static Picture turned(Picture picture, double roll) {
    BufferedImage turned =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(roll, picture.width() / 2.0, picture.height() / 2.0);
    graphics.drawImage(picture.image(), 0, 0, null);
    graphics.dispose();
    return new Picture(turned);
  }

  /// Where a place of the portrait comes to then.
  private static Face.Point turned(Face.Point place, double roll) {
    double x = place.x() - 256;
    double y = place.y() - 256;
    return new Face.Point(
        256 + x * Math.cos(roll) - y * Math.sin(roll),
        256 + x * Math.sin(roll) + y * Math.cos(roll));
  }

  private static double distance(Face.Point one, Face.Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private static List<Face> result(Future<List<Face>> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Picture picture(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("photo"), bytes);
    return ((PictureAnswer.Decoded) new Pictures().read(file)).picture();
  }
}
