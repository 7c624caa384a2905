package app.photoplay.provider.remote.file;

import static app.photoplay.provider.remote.file.ForeignVideos.QUICK;
import static app.photoplay.provider.remote.file.ForeignVideos.wide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.photoplay.media.tool.ToolFailed;
import app.photoplay.provider.remote.Fault;
import app.photoplay.testkit.SmallDisk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformerTroubleTest {
  @TempDir Path folder;
  private ForeignVideos videos;

  @BeforeEach
  void begin() {
    videos = new ForeignVideos(folder);
  }

  @Test
  void aPageInPlaceOfAVideoIsNoResult() throws Exception {
    Path page = Files.writeString(folder.resolve("x.mp4"), "<html>no video</html>");

    assertThat(refused(page, 2)).contains("nothing that can be decoded");
  }

  @Test
  void aFileWithoutBytesIsNoResult() throws Exception {
    assertThat(refused(Files.createFile(folder.resolve("x.mp4")), 2)).contains("nothing");
  }

  @Test
  void soundAloneIsNoVideo() throws Exception {
    Path sound = videos.make("x.mp4", "color=s=64x64:d=1", "sine=d=1", "-vn -c:a aac");

    assertThat(refused(sound, 1)).contains("no picture");
  }

  @Test
  void aVideoThatIsFarTooShortIsNotWhatWasOrdered() throws Exception {
    Path video = videos.make("x.mp4", "testsrc2=s=320x180:r=24:d=3", "", QUICK);

    assertThat(refused(video, 4)).contains("3.00 of 4.00 s");
  }

  @Test
  void aVideoThatStatesPicturesItDoesNotHaveIsNotWhatWasOrdered() throws Exception {
    Path video =
        videos.make("x.mp4", "testsrc2=s=320x180:r=24:d=4", "", QUICK + " -movflags +faststart");
    byte[] bytes = Files.readAllBytes(video);
    Files.write(video, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(refused(video, 4)).contains("of 4.00 s");
  }

  @Test
  void aVideoWhosePicturesAreNoiseIsNotWhatWasOrdered() throws Exception {
    Path video =
        videos.make("x.mp4", "testsrc2=s=320x180:r=24:d=1", "", QUICK + " -movflags +faststart");
    byte[] bytes = Files.readAllBytes(video);
    int media = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
    Arrays.fill(bytes, media, bytes.length, (byte) 0x55);
    Files.write(video, bytes);

    assertThat(refused(video, 1)).contains("result");
  }

  @Test
  void aGiantPictureIsNotDecoded() throws Exception {
    Path video = videos.make("x.mp4", "color=s=4096x2400:r=1:d=1", "", QUICK);

    assertThat(refused(video, 1)).contains("4096x2400");
  }

  @Test
  void aVideoOfHoursIsNotDecoded() throws Exception {
    Path video = videos.make("x.mp4", "color=s=64x64:r=1:d=601", "", QUICK);

    assertThat(refused(video, 0)).contains("601.0 s");
  }

  @Test
  void interruptingEndsItAtOnceAndLeavesNothing() throws Exception {
    Path video = videos.make("x.mp4", "testsrc2=s=640x360:r=24:d=60", "", QUICK);
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    FutureTask<Object> work =
        new FutureTask<>(() -> {
          worker.complete(Thread.currentThread());
          return videos.conformer().conform(video, wide(60));
        });
    Thread thread = Thread.ofVirtual().start(work);
    worker.get(10, TimeUnit.SECONDS);
    while (videos.left().isEmpty()) {
      Thread.onSpinWait(); // until it encodes
    }

    thread.interrupt();

    assertThatThrownBy(() -> work.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    assertThat(videos.left()).isEmpty();
    assertThat(video).doesNotExist();
  }

  @Test
  void aFullDiskIsNotTheProvidersFault() throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 200)) {
      Path video = videos.make("x.mp4", "testsrc2=s=640x360:r=24:d=3", "", QUICK);

      assertThatThrownBy(() -> videos.conformer(disk.folder()).conform(video, wide(3)))
          .isInstanceOf(ToolFailed.class);
      assertThat(video).doesNotExist();
    }
  }

  private String refused(Path video, double seconds) throws Exception {
    Fault.Thrown thrown =
        catchThrowableOfType(
            Fault.Thrown.class, () -> videos.conformer().conform(video, wide(seconds)));
    assertThat(thrown.fault()).isInstanceOf(Fault.Output.class);
    assertThat(video).doesNotExist();
    assertThat(videos.left()).isEmpty();
    return thrown.fault().detail();
  }
}
