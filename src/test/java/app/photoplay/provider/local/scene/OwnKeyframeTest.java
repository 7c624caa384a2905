package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.DecodedVideo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A keyframe that this renderer painted is filmed as the scene it shows: rain falls in it and is
/// heard. Over any other picture only the camera moves, in silence.
class OwnKeyframeTest {
  private static final String WORDS = "the sea in the rain";

  @TempDir Path folder;
  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));

  @Test
  void isTheFirstPictureOfALivingScene() throws Exception {
    Path keyframe = painted(WORDS, new Size(1280, 720));

    Render shot = filmed(WORDS, "", keyframe);

    assertThat(heard(shot)).isTrue();
    List<byte[]> frames = grey(shot);
    assertThat(difference(frames.getFirst(), grey(keyframe))).isLessThan(3);
    assertThat(difference(frames.get(4), frames.get(8))).isGreaterThan(0.5);
  }

  @Test
  void mayBeOfAnotherSizeThanTheShot() throws Exception {
    assertThat(heard(filmed(WORDS, "", painted(WORDS, new Size(1920, 1080))))).isTrue();
  }

  @Test
  void ofOtherWordsIsAPicture() throws Exception {
    assertThat(heard(filmed("the sea in a storm", "", painted(WORDS, new Size(1280, 720)))))
        .isFalse();
  }

  @Test
  void ofAnotherShapeIsAPicture() throws Exception {
    assertThat(heard(filmed(WORDS, "", painted(WORDS, new Size(720, 720))))).isFalse();
  }

  @Test
  void thatSomebodyChangedIsTheirPicture() throws Exception {
    Path keyframe = painted(WORDS, new Size(1280, 720));
    BufferedImage changed = picture(keyframe).image();
    Graphics2D graphics = changed.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(500, 300, 200, 200);
    graphics.dispose();
    Pictures.writeJpeg(new Picture(changed), keyframe, 0.9);
    PaintedMark.put(SceneIdea.of(WORDS, "", ShotSize.WIDE, 1), keyframe);

    assertThat(heard(filmed(WORDS, "", keyframe))).isFalse();
  }

  @Test
  void isStillAPictureWhenItIsWrittenAgain() throws Exception {
    Path keyframe = painted(WORDS, new Size(1280, 720));
    Path copy = folder.resolve("copy.jpg");
    Pictures.writeJpeg(picture(keyframe), copy, 0.9);

    assertThat(heard(filmed(WORDS, "", copy))).isFalse();
  }

  @Test
  void aMarkIsLookedForInTheFirstBytesOnly() throws Exception {
    SceneIdea idea = SceneIdea.of(WORDS, "", ShotSize.WIDE, 1);
    byte[] marked = Files.readAllBytes(painted(WORDS, new Size(64, 36)));
    for (int length = 0; length < 128; length++) {
      Path start = Files.write(folder.resolve("start"), Arrays.copyOf(marked, length));
      assertThat(PaintedMark.on(start, idea)).isEqualTo(length >= 54);
    }
    ByteArrayOutputStream late = new ByteArrayOutputStream();
    late.write(marked, 0, 4);
    late.write(new byte[] {(byte) 0xFF, (byte) 0xFF});
    late.write(marked, 6, marked.length - 6);
    assertThat(PaintedMark.on(Files.write(folder.resolve("late"), late.toByteArray()), idea))
        .isFalse();
  }

  private Path painted(String words, Size size) {
    LocalImageModel painter = new LocalImageModel(folder.resolve("painted"));
    Result<GeneratedImage> made =
        painter.make(new ImagePrompt(words, "", ShotSize.WIDE, size, 1, List.of()), _ -> {});
    return ((Result.Ready<GeneratedImage>) made).value().picture();
  }

  private Render filmed(String words, String style, Path first) throws InterruptedException {
    LocalVideoModel camera =
        new LocalVideoModel(ffmpeg, new Pictures(), new FaceFinder(), folder.resolve("work"), 2);
    VideoPrompt prompt =
        new VideoPrompt(
            words,
            style,
            "",
            Optional.of(first),
            Optional.empty(),
            0.5,
            Shape.WIDE,
            Quality.ECONOMY,
            CameraMove.STATIC_SHOT,
            ShotSize.WIDE,
            1);
    return ((Result.Ready<Render>) camera.make(prompt, _ -> {})).value();
  }

  private boolean heard(Render shot) throws InterruptedException {
    return new Prober(ffmpeg).probe(shot.video()).sound();
  }

  private List<byte[]> grey(Render shot) throws IOException, InterruptedException {
    return DecodedVideo.grey(ffmpeg.binary().path(), shot.video(), 0, 0, 1280, 720);
  }

  private static byte[] grey(Path picture) {
    int[] pixels = picture(picture).pixels();
    byte[] grey = new byte[pixels.length];
    for (int i = 0; i < grey.length; i++) {
      int pixel = pixels[i];
      double light =
          0.2126 * (pixel >> 16 & 255) + 0.7152 * (pixel >> 8 & 255) + 0.0722 * (pixel & 255);
      grey[i] = (byte) Math.round(light);
    }
    return grey;
  }

  private static Picture picture(Path file) {
    return ((PictureAnswer.Decoded) new Pictures().read(file)).picture();
  }

  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return (double) sum / one.length;
  }
}
