package app.photoplay.bench;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.local.scene.LocalImageModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How fast a warm program films a storyboard's stills, and scenes that it paints itself, with the
/// embedded ffmpeg, one shot at a time with two threads.
final class Stills {
  private static final int RUNS = 5;
  private static final int SECONDS = 6;
  private static final double TARGET = 5;
  private static final List<String> SCENES =
      List.of(
          "a castle in the mountains at dawn",
          "a rainy street at night",
          "a boat on the sea at sunset",
          "a field of flowers on a sunny day");
  private static final List<CameraMove> MOVES =
      List.of(CameraMove.PUSH_IN, CameraMove.TRUCK_RIGHT, CameraMove.PAN_LEFT, CameraMove.TILT_UP);

  private final LocalVideoModel camera;
  private final List<Path> stills = new ArrayList<>();

  private Stills(Path folder) {
    Path work = folder.resolve("work");
    Ffmpeg ffmpeg = new Ffmpeg(null, "", folder.resolve("cache"));
    camera = new LocalVideoModel(ffmpeg, new Pictures(), new FaceFinder(), work, 2);
    LocalImageModel painter = new LocalImageModel(work);
    for (String scene : SCENES) {
      ImagePrompt prompt =
          new ImagePrompt(scene, "", ShotSize.WIDE, new Size(1280, 720), 1, List.of());
      if (!(painter.make(prompt, _ -> {}) instanceof Result.Ready(GeneratedImage drawn))) {
        throw new IllegalStateException("not drawn");
      }
      stills.add(drawn.picture());
    }
  }

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("stills");
    try {
      Stills bench = new Stills(folder);
      bench.measure(true, "storyboard stills", TARGET);
      bench.measure(false, "painted scenes with moving layers", 0);
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure(boolean still, String name, double target)
      throws IOException, InterruptedException {
    var _ = film(still);
    Samples factors = new Samples();
    double busy = Machine.cpuSeconds();
    for (int i = 0; i < RUNS; i++) {
      factors.add(SCENES.size() * SECONDS / film(still));
    }
    busy = (Machine.cpuSeconds() - busy) / (RUNS * SCENES.size() * SECONDS);
    String what = name + ", warm, 4 shots of 6 s at 1280x720, 24 fps, times as fast as they play";
    String measured =
        factors.text(2, "x") + String.format(Locale.ROOT, ", %.2f core-s each second", busy);
    Row row =
        target > 0
            ? Row.of(what, ">= " + target + "x", measured, factors.median() >= target)
            : Row.of(what, measured);
    row.print();
  }

  /// Films all shots and returns how many seconds that took.
  private double film(boolean still) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    for (int i = 0; i < SCENES.size(); i++) {
      VideoPrompt prompt =
          new VideoPrompt(
              SCENES.get(i),
              "",
              "",
              still ? Optional.of(stills.get(i)) : Optional.empty(),
              Optional.empty(),
              SECONDS,
              Shape.WIDE,
              Quality.ECONOMY,
              MOVES.get(i),
              ShotSize.WIDE,
              1);
      if (!(camera.make(prompt, _ -> {}) instanceof Result.Ready(Render render))) {
        throw new IllegalStateException("not filmed");
      }
      Files.delete(render.video());
      Files.delete(render.cover());
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
