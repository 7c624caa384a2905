package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.local.Camera;
import app.photoplay.provider.video.CameraMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Films a scene. Each picture depends on its number alone, so that several threads can draw.
final class SceneShot implements VideoEncoder.Planes {
  private static final int RUN = Layer.RUN;
  private static final byte SKIP = 0;
  private static final byte OVER = 1;
  private static final byte REPLACE = 2;

  private final Size plate;
  private final List<Light> lights;
  private final Falling falling;
  private final double vignette;
  private final Size canvas;
  private final CameraMove move;
  private final int frames;
  private final double framesPerSecond;
  private final Layer[] layers;
  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  /// What one drawing thread works on.
  private final class Desk {
    final LayerRow rows = new LayerRow(canvas, plate, vignette);
    final byte[][] plans = new byte[layers.length][(canvas.width() + RUN - 1) / RUN];
    final double[] lefts = new double[layers.length];
    final double[] below = new double[layers.length];
    final int[] here = new int[layers.length];
  }

  SceneShot(Scene scene, Size canvas, CameraMove move, int frames, double framesPerSecond) {
    this.plate = scene.plate();
    this.falling = scene.falling();
    this.vignette = scene.vignette();
    this.canvas = canvas;
    this.move = move;
    this.frames = frames;
    this.framesPerSecond = framesPerSecond;
    List<Layer> all = new ArrayList<>(scene.layers());
    this.lights = Pose.parallax(move) ? scene.lights() : joined(all, scene.lights());
    this.layers = all.toArray(Layer[]::new);
  }

  /// Lays layers over each other for good, when nothing moves between them and no light shines
  /// there.
  ///
  /// @param layers changed by this
  /// @return the lights, each with its layer's new number
  private static List<Light> joined(List<Layer> layers, List<Light> lights) {
    List<Light> moved = new ArrayList<>(lights);
    for (int i = 0; i + 1 < layers.size(); ) {
      int lower = i;
      boolean shines = moved.stream().anyMatch(it -> it.layer() == lower);
      if (!shines && layers.get(i).rests(layers.get(i + 1))) {
        layers.set(i, layers.get(i).with(layers.remove(i + 1)));
        moved.replaceAll(it -> it.layer() > lower ? it.at(it.layer() - 1) : it);
      } else {
        i++;
      }
    }
    return List.copyOf(moved);
  }

  @Override
  public void draw(int frame, byte[] picture) {
    Desk desk = Objects.requireNonNullElseGet(desks.poll(), Desk::new);
    double seconds = frame / framesPerSecond;
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    Pose pose = Pose.at(move, time, frames / framesPerSecond);
    Camera[] views = new Camera[layers.length];
    for (int i = 0; i < layers.length; i++) {
      views[i] = pose.view(plate, canvas, layers[i].depth);
    }
    for (int y = 0; y < canvas.height(); y += 2) {
      drawRows(desk, y, seconds, views);
      desk.rows.take(y, picture);
    }
    desks.add(desk);
    Brush brush = new Brush(canvas, picture);
    for (Light light : lights) {
      shine(light, seconds, views, brush);
    }
    falling.draw(seconds, canvas, brush);
  }

  private void drawRows(Desk desk, int y, double seconds, Camera[] views) {
    int count = 0;
    for (int i = 0; i < layers.length; i++) {
      double row = views[i].top() + y * views[i].scale();
      if (i == 0 || layers[i].reaches((int) row)) {
        desk.lefts[i] = views[i].left() + shift(layers[i].motion, row, seconds);
        desk.below[i] = views[i].left() + shift(layers[i].motion, row + views[i].scale(), seconds);
        desk.here[count++] = i;
      }
    }
    plan(desk, count, y, views);
    for (int i = 0; i < count; i++) {
      drawLayer(desk, desk.here[i], views[desk.here[i]], y);
    }
  }

  /// Decides for each run which layer is the farthest that is seen.
  private void plan(Desk desk, int count, int y, Camera[] views) {
    for (int run = 0; run * RUN < canvas.width(); run++) {
      boolean hidden = false;
      for (int i = count - 1; i >= 0; i--) {
        int layer = desk.here[i];
        byte kind = hidden ? Layer.EMPTY : kind(layer, desk.lefts[layer], views[layer], run, y);
        hidden |= kind == Layer.OPAQUE;
        desk.plans[layer][run] =
            kind == Layer.EMPTY ? SKIP : kind == Layer.OPAQUE || i == 0 ? REPLACE : OVER;
      }
    }
  }

  private byte kind(int layer, double left, Camera view, int run, int y) {
    double column = left + run * RUN * view.scale();
    double last = column + RUN * view.scale();
    if (column < 0 || last >= plate.width() - 1) {
      return layer == 0 ? Layer.OPAQUE : Layer.MIXED;
    }
    return layers[layer].at((int) column, (int) (view.top() + y * view.scale()));
  }

  private void drawLayer(Desk desk, int layer, Camera view, int y) {
    byte[] plan = desk.plans[layer];
    for (int run = 0; run < plan.length; ) {
      int from = run;
      byte what = plan[run];
      while (run < plan.length && plan[run] == what) {
        run++;
      }
      if (what != SKIP) {
        desk.rows.draw(
            layers[layer],
            view,
            y,
            desk.lefts[layer],
            desk.below[layer],
            from * RUN,
            Math.min(run * RUN, canvas.width()),
            what == OVER);
      }
    }
  }

  /// Clouds go to and fro so slowly that a shot only sees them go; water sways row by row, the more
  /// the nearer.
  private double shift(Layer.Motion motion, double row, double seconds) {
    double height = plate.height();
    double shift = motion.drift() * height * seconds;
    double below = row / height - motion.waterline();
    if (motion.ripple() > 0 && below > 0) {
      double near = Math.min(1, 0.15 + 3 * below);
      shift +=
          motion.ripple()
              * height
              * near
              * (Math.sin(95 / (0.4 + 3 * below) * below + 2.1 * seconds)
                  + 0.5 * Math.sin(260 / (0.4 + 3 * below) * below - 3.3 * seconds));
    }
    return shift;
  }

  private void shine(Light light, double seconds, Camera[] views, Brush brush) {
    double level = light.level(seconds);
    if (level <= 0.004) {
      return;
    }
    Camera view = views[light.layer()];
    double high = plate.height();
    double x = (light.x() * high - view.left()) / view.scale();
    double y = ((light.y() - light.lift(seconds)) * high - view.top()) / view.scale();
    double radius = Math.max(0.8, light.radius() * high / view.scale());
    for (int i = light.layer() + 1; i < layers.length; i++) {
      Camera over = views[i];
      double column = over.left() + x * over.scale();
      double row = over.top() + y * over.scale();
      if (layers[i].covers((int) column, (int) row)) {
        return;
      }
    }
    brush.shine(x, y, radius, radius * light.wide(), light.colour(), level);
  }
}
