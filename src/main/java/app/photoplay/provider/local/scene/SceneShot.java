package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.local.Camera;
import app.photoplay.provider.video.CameraMove;

/// Films a scene. Each picture depends on its number alone, so that several threads can draw.
final class SceneShot implements VideoEncoder.Frames {
  private static final int RUN = Layer.RUN;

  final Scene scene;
  private final Size canvas;
  private final CameraMove move;
  private final int frames;
  private final double framesPerSecond;
  private final Layer[] layers;

  SceneShot(Scene scene, Size canvas, CameraMove move, int frames, double framesPerSecond) {
    this.scene = scene;
    this.canvas = canvas;
    this.move = move;
    this.frames = frames;
    this.framesPerSecond = framesPerSecond;
    this.layers = scene.layers().toArray(Layer[]::new);
  }

  @Override
  public void draw(int frame, int[] pixels) {
    double seconds = frame / framesPerSecond;
    double time = frames < 2 ? 0 : (double) frame / (frames - 1);
    Pose pose = Pose.at(move, time, frames / framesPerSecond);
    Camera[] views = new Camera[layers.length];
    for (int i = 0; i < layers.length; i++) {
      views[i] = pose.view(scene.plate(), canvas, layers[i].depth());
    }
    for (int y = 0; y < canvas.height(); y++) {
      drawRow(y, seconds, views, pixels);
    }
    for (Light light : scene.lights()) {
      shine(light, seconds, views, pixels);
    }
    scene.falling().draw(seconds, canvas, pixels);
  }

  private void drawRow(int y, double seconds, Camera[] views, int[] pixels) {
    double[] lefts = new double[layers.length];
    int[] rows = new int[layers.length];
    int[] here = new int[layers.length];
    int count = 0;
    for (int i = 0; i < layers.length; i++) {
      double row = Math.min(views[i].top() + y * views[i].scale(), scene.plate().height() - 1.01);
      if (i == 0 || layers[i].reaches((int) row)) {
        rows[i] = (int) (row * 256);
        lefts[i] = views[i].left() + shift(layers[i].motion(), row, seconds);
        here[count++] = i;
      }
    }
    for (int x = 0; x < canvas.width(); x += RUN) {
      int end = Math.min(RUN, canvas.width() - x);
      int lowest = count - 1;
      while (lowest > 0 && kind(here[lowest], lefts, rows, views, x) != Layer.OPAQUE) {
        lowest--;
      }
      int at = y * canvas.width() + x;
      for (int i = lowest; i < count; i++) {
        int layer = here[i];
        double scale = views[layer].scale();
        if (i == lowest) {
          run(layers[layer], lefts[layer] + x * scale, rows[layer], scale, pixels, at, end);
        } else if (kind(layer, lefts, rows, views, x) != Layer.EMPTY) {
          lay(layers[layer], lefts[layer] + x * scale, rows[layer], scale, pixels, at, end);
        }
      }
    }
  }

  private byte kind(int layer, double[] lefts, int[] rows, Camera[] views, int x) {
    double column = lefts[layer] + x * views[layer].scale();
    double last = column + RUN * views[layer].scale();
    if (column < 0 || last >= scene.plate().width() - 1) {
      return layer == 0 ? Layer.OPAQUE : Layer.MIXED;
    }
    return layers[layer].at((int) column, rows[layer] >> 8);
  }

  /// Clouds go to and fro so slowly that a shot only sees them go; water sways row by row, the more
  /// the nearer.
  private double shift(Layer.Motion motion, double row, double seconds) {
    double height = scene.plate().height();
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

  private static void run(
      Layer layer, double left, int row, double scale, int[] pixels, int at, int count) {
    int most = ((layer.width() - 1) << 8) - 1;
    int x = (int) (left * 65536);
    int step = (int) (scale * 65536);
    boolean inside = x >= 0 && ((x + step * count) >> 8) <= most;
    for (int i = 0; i < count; i++) {
      int column = inside ? x >> 8 : Math.max(0, Math.min(x >> 8, most));
      pixels[at + i] = Raster.sample(layer.pixels(), layer.width(), column, row) & 0xFFFFFF;
      x += step;
    }
  }

  private static void lay(
      Layer layer, double left, int row, double scale, int[] pixels, int at, int count) {
    int most = ((layer.width() - 1) << 8) - 1;
    int x = (int) (left * 65536);
    int step = (int) (scale * 65536);
    boolean inside = x >= 0 && ((x + step * count) >> 8) <= most;
    for (int i = 0; i < count; i++) {
      int column = inside ? x >> 8 : Math.max(0, Math.min(x >> 8, most));
      if (Raster.shows(layer.pixels(), layer.width(), column, row)) {
        int upper = Raster.sample(layer.pixels(), layer.width(), column, row);
        pixels[at + i] = Raster.over(upper, pixels[at + i]) & 0xFFFFFF;
      }
      x += step;
    }
  }

  private void shine(Light light, double seconds, Camera[] views, int[] pixels) {
    double level = light.level(seconds);
    if (level <= 0.004) {
      return;
    }
    Camera view = views[light.layer()];
    double plate = scene.plate().height();
    double x = (light.x() * plate - view.left()) / view.scale();
    double y = ((light.y() - light.lift(seconds)) * plate - view.top()) / view.scale();
    double radius = Math.max(0.8, light.radius() * plate / view.scale());
    double wide = radius * light.wide();
    if (x + wide < 0
        || y + radius < 0
        || x - wide > canvas.width()
        || y - radius > canvas.height()) {
      return;
    }
    for (int i = light.layer() + 1; i < layers.length; i++) {
      Camera over = views[i];
      double column = over.left() + x * over.scale();
      double row = over.top() + y * over.scale();
      if (layers[i].covers((int) column, (int) row)) {
        return;
      }
    }
    for (int r = (int) Math.max(0, y - radius);
        r <= Math.min(canvas.height() - 1, y + radius + 1);
        r++) {
      double dy = (r - y) / radius;
      for (int c = (int) Math.max(0, x - wide);
          c <= Math.min(canvas.width() - 1, x + wide + 1);
          c++) {
        double dx = (c - x) / wide;
        double soft = 1 - dx * dx - dy * dy;
        if (soft > 0) {
          int at = r * canvas.width() + c;
          pixels[at] = Raster.plus(pixels[at], light.colour(), (int) (256 * level * soft * soft));
        }
      }
    }
  }
}
