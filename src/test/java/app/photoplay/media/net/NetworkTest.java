package app.photoplay.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static final String SMALLEST = "face_detection_short_range";

  @TempDir Path folder;

  /// The values were computed by another program, which follows the operations' definitions element
  /// by element. Detectors and the mask see the whole portrait, the meshes its face.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "face_detection_full_range",
        "face_detection_short_range",
        "face_landmark",
        "face_landmark_with_attention",
        "selfie_segmentation"
      })
  void computesWhatAnotherProgramDoes(String name) throws IOException {
    NetworkRun run = Network.read(file(name)).start();
    draw(name, run.input());

    run.run();

    List<String[]> lines =
        resource("/networks/outputs.tsv")
            .lines()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells[0].equals(name))
            .toList();
    assertThat(lines).isNotEmpty();
    for (String[] cells : lines) {
      float expected = Float.parseFloat(cells[3]);
      assertThat(run.output(Integer.parseInt(cells[1]))[Integer.parseInt(cells[2])])
          .as(String.join(" ", cells))
          .isCloseTo(expected, Offset.offset(0.02f + 0.001f * Math.abs(expected)));
    }
  }

  @Test
  void computesTheSameAgainInTheSameMemory() throws IOException {
    NetworkRun run = Network.read(file(SMALLEST)).start();
    draw(SMALLEST, run.input());
    run.run();
    float[] first = run.output(0).clone();
    for (float[] plane : run.input()) {
      Arrays.fill(plane, 0.3f);
    }
    run.run();
    assertThat(run.output(0)).isNotEqualTo(first);

    draw(SMALLEST, run.input());
    run.run();

    assertThat(run.output(0)).isEqualTo(first);
  }

  /// All its tensors together would take 25 MB.
  @Test
  void usesMemoryAgain() throws IOException {
    assertThat(Network.read(file("face_detection_full_range")).bytesEach()).isLessThan(8_000_000);
  }

  @Test
  void refusesAnotherFileThanItShouldBe() throws IOException {
    byte[] content = file(SMALLEST);

    assertThatThrownBy(() -> Network.read(content, "00".repeat(32)))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("cut short or is another one");
  }

  @Test
  void refusesWhatIsNoNetwork() {
    assertThatThrownBy(() -> Network.read(new byte[0])).isInstanceOf(BadNetworkException.class);
    assertThatThrownBy(() -> Network.read(PhotoFiles.portrait()))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("is no network");
  }

  /// Wherever it ends, the end is noticed; parts that lie behind it are no excuse to read on.
  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    byte[] content = file(SMALLEST);
    for (int length = 8; length < content.length; length += 1 + length / 3) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> Network.read(cut)).isInstanceOf(BadNetworkException.class);
    }
  }

  /// Numbers are changed anywhere among what is no weight: sizes, indexes, operations, offsets. The
  /// file is then refused, or computes something else within its own memory.
  @Test
  void refusesOrOutlivesAnyDamage() throws IOException {
    byte[] content = file(SMALLEST);
    Random random = new Random(11);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      byte[] damaged = content.clone();
      int from = round % 2 == 0 ? 0 : damaged.length - 30_000;
      for (int i = 0; i < 3; i++) {
        damaged[from + random.nextInt(30_000)] = (byte) random.nextInt();
      }
      try {
        Network network = Network.read(damaged);
        if (round % 10 == 0) {
          network.start().run();
        }
      } catch (BadNetworkException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(20, 290);
  }

  private void draw(String name, float[][] planes) throws IOException {
    Path photo = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    BufferedImage image = ((PictureAnswer.Decoded) new Pictures().read(photo)).picture().image();
    BufferedImage face = new BufferedImage(144, 144, BufferedImage.TYPE_INT_RGB);
    face.createGraphics().drawImage(image, -150, -32, null);
    int side = (int) Math.sqrt(planes[0].length);
    int[] pixels =
        new Picture(name.contains("landmark") ? face : image)
            .scaledTo(new Size(side, side))
            .pixels();
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < pixels.length; i++) {
        float value = ((pixels[i] >> (16 - 8 * plane)) & 0xFF) / 255f;
        planes[plane][i] = name.contains("detection") ? 2 * value - 1 : value;
      }
    }
  }

  private static byte[] file(String name) throws IOException {
    return bytes("/app/photoplay/media/face/" + name + ".tflite");
  }

  private static String resource(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = NetworkTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
