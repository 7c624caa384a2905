package app.photoplay.bench;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.LocalTalkingModel;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How fast a warm program makes a talk: speech, face search, pictures and encoding with the
/// embedded ffmpeg, one talk at a time with two threads.
final class WarmTalk {
  private static final int RUNS = 5;
  private static final double TARGET = 4;

  private final Path photo;
  private final LocalSpeechModel voice;
  private final LocalTalkingModel renderer;
  private double lastSeconds;

  private WarmTalk(Path folder) throws IOException {
    photo = Files.write(folder.resolve("photo.jpg"), Clip.photo());
    Path work = folder.resolve("work");
    voice = new LocalSpeechModel(work);
    Ffmpeg ffmpeg = new Ffmpeg(null, "", folder.resolve("cache"));
    renderer =
        new LocalTalkingModel(
            ffmpeg, new Pictures(), new FaceFinder(), new Lettering(work), work, 2);
  }

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("talk");
    try {
      WarmTalk talk = new WarmTalk(folder);
      talk.measure(Shape.WIDE, Quality.ECONOMY, "1280x720, 24 fps", TARGET);
      talk.measure(Shape.TALL, Quality.ECONOMY, "720x1280, 24 fps", 0);
      talk.measure(Shape.WIDE, Quality.STANDARD, "1920x1080, 30 fps", 1.5);
      talk.measure(Shape.SQUARE, Quality.STANDARD, "1080x1080, 30 fps", 0);
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure(Shape shape, Quality quality, String name, double target)
      throws IOException, InterruptedException {
    var _ = made(shape, quality);
    var _ = made(shape, quality);
    Samples factors = new Samples();
    double played = 0;
    double busy = Machine.cpuSeconds();
    for (int i = 0; i < RUNS; i++) {
      double length = made(shape, quality);
      factors.add(length / lastSeconds);
      played += length;
    }
    busy = (Machine.cpuSeconds() - busy) / played;
    String what = "talk, warm, 10 s at " + name + ", times as fast as it plays";
    // the load of other programs does not change this figure much
    String measured =
        factors.text(2, "x") + String.format(Locale.ROOT, ", %.2f core-s each second", busy);
    Row row =
        target > 0
            ? Row.of(what, ">= " + target + "x", measured, factors.median() >= target)
            : Row.of(what, measured);
    row.print();
  }

  /// Makes one talk and returns its length in seconds.
  private double made(Shape shape, Quality quality) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    if (!(voice.make(new SpeechPrompt(Clip.WORDS, "slt"), _ -> {})
        instanceof Result.Ready(GeneratedSpeech said))) {
      throw new IllegalStateException("not spoken");
    }
    TalkPrompt prompt =
        new TalkPrompt(
            photo,
            said.sound(),
            said.timings(),
            shape,
            quality,
            Motion.TALK,
            Style.CALM,
            Captions.OFF,
            "");
    if (!(renderer.make(prompt, _ -> {}) instanceof Result.Ready(Render render))) {
      throw new IllegalStateException("not rendered");
    }
    lastSeconds = (System.nanoTime() - begin) / 1e9;
    Files.delete(render.video());
    Files.delete(render.cover());
    double length = render.duration().toMillis() / 1000.0;
    System.err.printf("%s %s: %.2f s of video in %.2f s%n", shape, quality, length, lastSeconds);
    return length;
  }
}
