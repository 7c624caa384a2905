package app.photoplay.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.testkit.PhotoFiles;
import java.awt.Graphics2D;
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
    assertThat(face.neighbours()).isGreaterThan(20);
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
  }

  @Test
  void findsNoFaceInAPlainSurface() {
    BufferedImage plain = new BufferedImage(500, 400, BufferedImage.TYPE_INT_RGB);

    assertThat(FINDER.find(new Picture(plain))).isEmpty();
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
    Picture small = picture(PhotoFiles.portrait()).within(100);

    Face best = FINDER.find(small).getFirst();

    assertThat(best.x()).isCloseTo(34, within(3.0));
    assertThat(best.width()).isCloseTo(19, within(2.0));
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
