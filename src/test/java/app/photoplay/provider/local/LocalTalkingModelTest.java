package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.job.Failure;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SpeechFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTalkingModelTest {
  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));

  @TempDir Path folder;
  private Path work;
  private LocalTalkingModel model;

  @BeforeEach
  void open() throws IOException {
    Files.write(folder.resolve("portrait.jpg"), PhotoFiles.portrait());
    Files.write(folder.resolve("rocket.jpg"), PhotoFiles.named("rocket.jpg"));
    Files.write(folder.resolve("broken.jpg"), PhotoFiles.truncatedJpeg());
    work = folder.resolve("work");
    model =
        new LocalTalkingModel(
            ffmpeg, new Pictures(), new FaceFinder(), new Lettering(work), work, 2);
  }

  @Test
  void makesAVideoThatIsAsLongAsTheSpeechAndStartsAtOnce() throws Exception {
    SpeechFiles.write(folder, 1230);

    Render render = finished(make("portrait.jpg", Shape.SQUARE, Quality.ECONOMY, Motion.TALK));

    assertThat(render.size()).isEqualTo(new Size(720, 720));
    assertThat(render.framesPerSecond()).isCloseTo(24, within(0.01));
    assertThat(render.duration().toMillis() / 1000.0).isCloseTo(1.23, within(1 / 24.0));
    assertThat(DecodedVideo.starts(ffmpeg.binary().path(), render.video()))
        .hasSize(2)
        .allSatisfy(start -> assertThat(start).isCloseTo(0, within(0.0005)));
    assertThat(DecodedVideo.sound(ffmpeg.binary().path(), render.video()).length / 48_000.0)
        .isCloseTo(1.23, within(0.06));
    assertThat(boxes(render.video())).containsSubsequence("ftyp", "moov", "mdat");
    String file = Files.readString(render.video(), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("Made by AI with Photoplay");
    PictureAnswer cover = new Pictures().read(render.cover());
    assertThat(((PictureAnswer.Decoded) cover).picture().size()).isEqualTo(render.size());
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    SpeechFiles.write(folder, 1000);
    List<Double> told = Collections.synchronizedList(new ArrayList<>());

    model.make(prompt("portrait.jpg", Shape.SQUARE, Quality.ECONOMY, Motion.TALK), told::add);

    assertThat(told).isSorted().endsWith(1.0).hasSizeGreaterThan(1);
  }

  @Test
  void refusesAPhotoWithoutAFaceBeforeRendering() throws Exception {
    SpeechFiles.write(folder, 1000);

    Result<Render> answer = make("rocket.jpg", Shape.PHOTO, Quality.ECONOMY, Motion.TALK);

    assertThat(answer).isEqualTo(new Result.Refused<>(Failure.Code.NO_FACE));
    assertThat(work).doesNotExist();
  }

  @Test
  void refusesAPhotoThatCannotBeRead() throws Exception {
    SpeechFiles.write(folder, 1000);

    Result<Render> answer = make("broken.jpg", Shape.PHOTO, Quality.ECONOMY, Motion.TALK);

    assertThat(answer).isEqualTo(new Result.Refused<>(Failure.Code.BAD_PHOTO));
  }

  @Test
  void goesSlowlyIntoAPhotoWithoutAFace() throws Exception {
    SpeechFiles.write(folder, 700);

    Render render = finished(make("rocket.jpg", Shape.TALL, Quality.ECONOMY, Motion.ZOOM));

    assertThat(render.size()).isEqualTo(new Size(720, 1280));
    List<byte[]> middles =
        DecodedVideo.grey(ffmpeg.binary().path(), render.video(), 260, 540, 200, 200);
    assertThat(middles).hasSize(17);
    assertThat(middles.getLast()).isNotEqualTo(middles.getFirst());
  }

  @Test
  void writesCaptionsAndALabelIntoThePicture() throws Exception {
    SpeechFiles.write(folder, 700);
    SpeechTimings.Word word = new SpeechTimings.Word("Mama!", 100, 600);
    new ObjectMapper()
        .writeValue(
            folder.resolve("speech.json").toFile(),
            new SpeechTimings("en-US", "sampa", List.of(), List.of(word)));
    BufferedImage dark = new BufferedImage(360, 640, BufferedImage.TYPE_INT_RGB);
    Files.write(folder.resolve("dark.png"), PhotoFiles.encoded(dark, "png"));
    TalkPrompt prompt =
        prompt("dark.png", Shape.TALL, Quality.ECONOMY, Motion.ZOOM, Captions.BURNED, "By AI");

    Render render = finished(model.make(prompt, fraction -> {}));

    Path binary = ffmpeg.binary().path();
    List<byte[]> captions = DecodedVideo.grey(binary, render.video(), 260, 940, 200, 58);
    assertThat(white(captions.getFirst())).as("before the word").isZero();
    assertThat(white(captions.get(10))).as("while it is heard").isGreaterThan(200);
    List<byte[]> label = DecodedVideo.grey(binary, render.video(), 94, 154, 80, 40);
    assertThat(label).allSatisfy(it -> assertThat(white(it)).isGreaterThan(30));
  }

  private static long white(byte[] grey) {
    return IntStream.range(0, grey.length).filter(i -> (grey[i] & 255) > 215).count();
  }

  @Test
  void interruptingEndsARenderAndLeavesNoFile() throws Exception {
    SpeechFiles.write(folder, 60_000);
    TalkPrompt prompt = prompt("portrait.jpg", Shape.WIDE, Quality.PREMIUM, Motion.TALK);
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Boolean> interrupted =
        new FutureTask<>(() -> {
          try {
            model.make(prompt, fraction -> begun.countDown());
            return false;
          } catch (InterruptedException e) {
            return true;
          }
        });
    Thread rendering = Thread.ofVirtual().start(interrupted);
    begun.await();

    rendering.interrupt();

    assertThat(interrupted.get()).isTrue();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void interruptingEndsARenderAlsoWhenFfmpegHangs() throws Exception {
    SpeechFiles.write(folder, 3000);
    Path script = folder.resolve("ffmpeg");
    Path begun = folder.resolve("begun");
    Files.writeString(
        script,
        """
        #!/bin/sh
        case "$*" in
          -version) echo 'ffmpeg version 9';;
          *-encoders) echo ' V libx264 '; echo ' A aac ';;
          *) echo $$ > %1$s.new; mv %1$s.new %1$s; sleep 600;;
        esac
        """
            .formatted(begun));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Ffmpeg hanging = new Ffmpeg(script, "", folder);
    model =
        new LocalTalkingModel(
            hanging, new Pictures(), new FaceFinder(), new Lettering(work), work, 2);
    TalkPrompt prompt = prompt("portrait.jpg", Shape.SQUARE, Quality.ECONOMY, Motion.TALK);
    FutureTask<Boolean> interrupted =
        new FutureTask<>(() -> {
          try {
            model.make(prompt, fraction -> {});
            return false;
          } catch (InterruptedException e) {
            return true;
          }
        });
    Thread rendering = Thread.ofVirtual().start(interrupted);
    while (!Files.exists(begun) && !interrupted.isDone()) {
      Thread.onSpinWait();
    }
    long process = Long.parseLong(Files.readString(begun).strip());

    rendering.interrupt();

    assertThat(interrupted.get()).isTrue();
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFailingFfmpegIsAnAnswerNotAHang() throws Exception {
    SpeechFiles.write(folder, 1000);
    Ffmpeg none = new Ffmpeg(null, "", Files.createFile(folder.resolve("not-a-folder")));
    model =
        new LocalTalkingModel(none, new Pictures(), new FaceFinder(), new Lettering(work), work, 2);

    Result<Render> answer = make("portrait.jpg", Shape.SQUARE, Quality.ECONOMY, Motion.TALK);

    assertThat(answer).isInstanceOf(Result.Broken.class);
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  private Result<Render> make(String photo, Shape shape, Quality quality, Motion motion)
      throws InterruptedException {
    return model.make(prompt(photo, shape, quality, motion), fraction -> {});
  }

  private TalkPrompt prompt(String photo, Shape shape, Quality quality, Motion motion) {
    return prompt(photo, shape, quality, motion, Captions.OFF, "");
  }

  private TalkPrompt prompt(
      String photo, Shape shape, Quality quality, Motion motion, Captions captions, String label) {
    return new TalkPrompt(
        folder.resolve(photo),
        folder.resolve("speech.wav"),
        folder.resolve("speech.json"),
        shape,
        quality,
        motion,
        Style.CALM,
        captions,
        label);
  }

  private static Render finished(Result<Render> answer) {
    return ((Result.Ready<Render>) answer).value();
  }

  /// The names of an MP4's outermost boxes.
  private static List<String> boxes(Path video) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(video));
    List<String> names = new ArrayList<>();
    while (file.remaining() >= 8) {
      int start = file.position();
      int length = file.getInt();
      byte[] name = new byte[4];
      file.get(name);
      names.add(new String(name, StandardCharsets.ISO_8859_1));
      file.position(start + length);
    }
    return names;
  }
}
