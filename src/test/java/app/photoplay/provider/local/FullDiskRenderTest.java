package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.job.Progress;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.CuttingTool;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SmallDisk;
import app.photoplay.testkit.SpeechFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes of a render for which there is no room, or whose end is missing: another try, then
/// the sentence about the disk, and nothing left.
class FullDiskRenderTest {
  private static final Progress.Failed<Object> END =
      new Progress.Failed<>(new Failure(Failure.Code.PROVIDER_BROKEN));

  private static final Path CACHE = Path.of("target", "ffmpeg");

  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", CACHE);

  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    Files.write(folder.resolve("rocket.jpg"), PhotoFiles.named("rocket.jpg"));
    SpeechFiles.write(folder, 1000);
  }

  /// The video itself has some 60 kB, the cover as many.
  @ParameterizedTest
  @ValueSource(ints = {8, 24, 40, 64})
  void aVideoThatFindsNoRoomEndsWithTheSentenceAboutTheDisk(int kilobytes) throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), kilobytes)) {
      Result<Render> answer = render(ffmpeg, disk.folder());

      assertThat(answer)
          .isInstanceOfSatisfying(
              Result.Broken.class,
              broken -> {
                assertThat(ProviderFailures.again(broken.cause(), 1, END))
                    .isInstanceOf(Progress.Retry.class);
                assertThat(ProviderFailures.again(broken.cause(), 3, END))
                    .isEqualTo(new Progress.Failed<>(new Failure(Failure.Code.DISK_FULL)));
              });
      try (Stream<Path> left = Files.list(disk.folder())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void aVideoWhoseEndIsMissingIsMadeAgain() throws Exception {
    Path tool = CuttingTool.write(folder.resolve("ffmpeg"), ffmpeg.binary().path(), 64);
    Path work = folder.resolve("work");

    Result<Render> answer = render(new Ffmpeg(tool, "", CACHE), work);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Result.Broken.class,
            broken ->
                assertThat(ProviderFailures.again(broken.cause(), 1, END))
                    .isInstanceOf(Progress.Retry.class));
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  private Result<Render> render(Ffmpeg renderer, Path work) throws Exception {
    LocalTalkingModel model =
        new LocalTalkingModel(
            renderer, new Pictures(), new FaceFinder(), new Lettering(folder), work, 1);
    TalkPrompt prompt =
        new TalkPrompt(
            folder.resolve("rocket.jpg"),
            folder.resolve("speech.wav"),
            folder.resolve("speech.json"),
            Shape.SQUARE,
            Quality.ECONOMY,
            Motion.ZOOM,
            Style.CALM,
            Captions.OFF,
            "");
    return model.make(prompt, _ -> {});
  }
}
