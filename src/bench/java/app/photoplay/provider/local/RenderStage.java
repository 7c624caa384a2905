package app.photoplay.provider.local;

import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.media.video.Yuv;
import app.photoplay.provider.talk.Style;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SpeechFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// How fast the pictures of a speaking face are drawn, by one thread and without encoding; and how
/// much memory a minute takes.
final class RenderStage {
  private static final int MILLIS = 10_000;
  private static final int ROUNDS = 8;
  private static final double TARGET = 180;
  private static final double MOST_MEGABYTES = 400;

  private final Path folder;
  private final Picture photo;
  private final Face face;

  private RenderStage(Path folder) throws IOException {
    this.folder = folder;
    Path file = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    photo = ((PictureAnswer.Decoded) new Pictures().read(file)).picture();
    face = new FaceFinder().find(photo).getFirst();
  }

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("render");
    try {
      RenderStage stage = new RenderStage(folder);
      stage.speed(Shape.WIDE, Quality.ECONOMY, TARGET);
      stage.speed(Shape.WIDE, Quality.STANDARD, 0);
      stage.speed(Shape.TALL, Quality.ECONOMY, 0);
      stage.minute();
    } finally {
      Folders.delete(folder);
    }
  }

  private TalkingFace talking(VideoEncoder.Order order, Shape shape, int millis)
      throws IOException {
    SpeechFiles.write(folder, millis);
    return new TalkingFace(
        photo,
        face,
        shape,
        order,
        SpeechFiles.babble(millis),
        Envelope.of(folder.resolve("speech.wav")),
        Style.CALM,
        7);
  }

  private VideoEncoder.Order order(Shape shape, Quality quality, int millis) {
    int rate = quality.framesPerSecond();
    return new VideoEncoder.Order(
        shape.canvas(photo.size(), quality),
        rate,
        VideoEncoder.Order.framesFor(Duration.ofMillis(millis), rate),
        quality.bitsPerSecond(),
        Optional.of(folder.resolve("speech.wav")));
  }

  private void speed(Shape shape, Quality quality, double target) throws IOException {
    VideoEncoder.Order order = order(shape, quality, MILLIS);
    TalkingFace drawn = talking(order, shape, MILLIS);
    byte[] picture = new byte[Yuv.bytes(order.size())];
    Samples wall = new Samples();
    Samples busy = new Samples();
    for (int round = 0; round < ROUNDS + 3; round++) {
      long begin = System.nanoTime();
      long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int frame = 0; frame < order.frames(); frame += 2) {
        drawn.draw(frame, picture);
      }
      double count = (order.frames() + 1) / 2.0;
      if (round >= 3) {
        wall.add(count / (System.nanoTime() - begin) * 1e9);
        busy.add(
            count / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) * 1e9);
      }
    }
    Size size = order.size();
    String what = "drawing stage alone, one thread, " + size + ", frames a second";
    String measured =
        wall.text(0, "") + String.format(Locale.ROOT, ", %.0f of processor time", busy.median());
    (target > 0
            ? Row.of(what, ">= " + target, measured, wall.median() >= target)
            : Row.of(what, measured))
        .print();
  }

  /// The most heap in use, garbage included, while a minute at 1080p is made.
  private void minute() throws IOException, InterruptedException {
    VideoEncoder.Order order = order(Shape.WIDE, Quality.STANDARD, 60_000);
    TalkingFace drawn = talking(order, Shape.WIDE, 60_000);
    Ffmpeg ffmpeg = new Ffmpeg(null, "", folder);
    System.gc();
    AtomicLong early = new AtomicLong();
    AtomicLong late = new AtomicLong();
    new VideoEncoder(ffmpeg, 2)
        .encode(
            order,
            folder.resolve("out.mp4"),
            drawn,
            fraction ->
                (fraction < 0.5 ? early : late)
                    .accumulateAndGet(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                        Math::max));
    double first = early.get() / 1e6;
    double second = late.get() / 1e6;
    Row.of(
            "heap in use, 60 s at 1920x1080, garbage included",
            "<= " + MOST_MEGABYTES + " MB",
            String.format(Locale.ROOT, "%.0f MB in the 1st half, %.0f in the 2nd", first, second),
            Math.max(first, second) <= MOST_MEGABYTES)
        .print();
  }
}
