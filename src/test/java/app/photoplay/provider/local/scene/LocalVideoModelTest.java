package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.PhotoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalVideoModelTest {

  @TempDir Path folder;
  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));
  private LocalVideoModel model;
  private Path work;

  @BeforeEach
  void open() {
    work = folder.resolve("work");
    model = new LocalVideoModel(ffmpeg, new Pictures(), new FaceFinder(), work, 2);
  }

  @Test
  void filmsAPaintedSceneWithItsSound() throws Exception {
    Render render = rendered(prompt("the sea in the rain", Optional.empty(), Optional.empty()));

    assertThat(render.size()).isEqualTo(new Size(1280, 720));
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(render.framesPerSecond()).isEqualTo(24);
    assertThat(new Prober(ffmpeg).probe(render.video()).sound()).isTrue();
    assertThat(loudest(render.video())).isBetween(300, 30_000);
    assertThat(new Pictures().read(render.cover()).toString()).contains("Decoded");
  }

  @Test
  void givesAPhotoNoSoundTrackSinceThereIsNothingToHear() throws Exception {
    Path photo = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());

    Render render = rendered(prompt("", Optional.of(photo), Optional.empty()));

    assertThat(render.size()).isEqualTo(new Size(720, 720));
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(new Prober(ffmpeg).probe(render.video()).sound()).isFalse();
    assertThat(left()).containsExactlyInAnyOrder(render.video(), render.cover());
  }

  @Test
  void goesFromTheFirstPictureToTheLast() throws Exception {
    Path dark = Files.write(folder.resolve("a.png"), flat(0x202020));
    Path light = Files.write(folder.resolve("b.png"), flat(0xE0E0E0));

    Render render = rendered(prompt("", Optional.of(dark), Optional.of(light)));

    var pictures = DecodedVideo.grey(ffmpeg.binary().path(), render.video(), 300, 300, 4, 4);
    assertThat(pictures.getFirst()[0] & 255).isBetween(0x18, 0x40);
    assertThat(pictures.get(12)[0] & 255).isBetween(0x60, 0xA0);
    assertThat(pictures.getLast()[0] & 255).isBetween(0xC0, 0xF0);
  }

  @Test
  void refusesWhatItCannotFilm() throws Exception {
    Path text = Files.writeString(folder.resolve("photo.jpg"), "no picture");

    assertThat(made(prompt(" ", Optional.empty(), Optional.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.NO_WORDS));
    assertThat(made(prompt("", Optional.of(text), Optional.empty())))
        .isEqualTo(new Result.Refused<>(Failure.Code.BAD_PHOTO));
  }

  @Test
  void leavesNothingBehindWhenItIsInterrupted() throws Exception {
    Thread.currentThread().interrupt();

    boolean stopped = false;
    try {
      made(prompt("a field", Optional.empty(), Optional.empty()));
    } catch (InterruptedException e) {
      stopped = true;
    }

    assertThat(stopped).isTrue();
    assertThat(left()).isEmpty();
  }

  private static VideoPrompt prompt(String text, Optional<Path> first, Optional<Path> last) {
    return new VideoPrompt(
        text,
        "",
        "",
        first,
        last,
        1,
        Shape.PHOTO,
        Quality.ECONOMY,
        CameraMove.PUSH_IN,
        ShotSize.WIDE,
        1);
  }

  private Result<Render> made(VideoPrompt prompt) throws InterruptedException {
    return model.make(prompt, _ -> {});
  }

  private Render rendered(VideoPrompt prompt) throws InterruptedException {
    return ((Result.Ready<Render>) made(prompt)).value();
  }

  private int loudest(Path video) throws IOException, InterruptedException {
    int most = 0;
    for (short sample : DecodedVideo.sound(ffmpeg.binary().path(), video)) {
      most = Math.max(most, Math.abs(sample));
    }
    return most;
  }

  private Stream<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.toList().stream();
    }
  }

  private static byte[] flat(int colour) {
    var image = new java.awt.image.BufferedImage(200, 200, 1);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        image.setRGB(x, y, colour);
      }
    }
    return PhotoFiles.encoded(image, "png");
  }
}
