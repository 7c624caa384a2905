package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.video.Yuv;
import java.util.random.RandomGenerator;

/// Rain or snow before the camera. Each drop's place follows from the time alone.
final class Falling {
  static final Falling NOTHING = new Falling(Kind.RAIN, new float[0]);
  private static final int NUMBERS = 6;
  private static final int RAIN = 0xC8D4E4;
  private static final int RAIN_LIGHT = Yuv.y(RAIN);
  private static final int RAIN_BLUE = Yuv.u(RAIN);
  private static final int RAIN_RED = Yuv.v(RAIN);
  private static final int SNOW = 0xF4F8FF;
  private static final int SNOW_LIGHT = Yuv.y(SNOW);
  private static final int SNOW_BLUE = Yuv.u(SNOW);
  private static final int SNOW_RED = Yuv.v(SNOW);

  enum Kind {
    RAIN,
    SNOW
  }

  private final Kind kind;

  /// Six numbers each: x, y, speed, size, sway, phase; x and y are parts of the canvas.
  private final float[] drops;

  private Falling(Kind kind, float[] drops) {
    this.kind = kind;
    this.drops = drops;
  }

  static Falling rain(RandomGenerator random, int count) {
    return new Falling(Kind.RAIN, drops(random, count, 1.6, 1.0));
  }

  static Falling snow(RandomGenerator random, int count) {
    return new Falling(Kind.SNOW, drops(random, count, 0.07, 0.11));
  }

  private static float[] drops(RandomGenerator random, int count, double speed, double more) {
    float[] drops = new float[count * NUMBERS];
    for (int i = 0; i < drops.length; i += NUMBERS) {
      double near = random.nextDouble();
      double size = near * near;
      drops[i] = random.nextFloat();
      drops[i + 1] = random.nextFloat();
      drops[i + 2] = (float) (speed + more * size);
      drops[i + 3] = (float) size;
      drops[i + 4] = (float) (0.004 + 0.012 * random.nextDouble());
      drops[i + 5] = random.nextFloat();
    }
    return drops;
  }

  void draw(double seconds, Size canvas, Brush brush) {
    for (int i = 0; i < drops.length; i += NUMBERS) {
      double fallen = drops[i + 1] + drops[i + 2] * seconds;
      double y = (fallen - Math.floor(fallen)) * 1.1 - 0.05;
      if (kind == Kind.RAIN) {
        double x = drops[i] - 0.12 * y;
        streak(x - Math.floor(x), y, drops[i + 3], canvas, brush);
      } else {
        double x = drops[i] + drops[i + 4] * Math.sin(2 * Math.PI * (0.3 * seconds + drops[i + 5]));
        flake(
            (x - Math.floor(x)) * canvas.width(), y * canvas.height(), drops[i + 3], canvas, brush);
      }
    }
  }

  private static void streak(double x, double y, double size, Size canvas, Brush brush) {
    int length = (int) ((0.022 + 0.04 * size) * canvas.height());
    int thick = size > 0.6 && canvas.height() > 700 ? 2 : 1;
    int strength = (int) (34 + 50 * size);
    double startX = x * canvas.width();
    int startY = (int) (y * canvas.height());
    for (int step = 0; step < length; step++) {
      int row = startY + step;
      int column = (int) (startX - step * 0.12);
      if (row < 0 || row >= canvas.height()) {
        continue;
      }
      for (int c = Math.max(0, column); c < Math.min(column + thick, canvas.width()); c++) {
        brush.mix(c, row, RAIN_LIGHT, RAIN_BLUE, RAIN_RED, strength);
      }
    }
  }

  private static void flake(double x, double y, double size, Size canvas, Brush brush) {
    double radius = (0.0016 + 0.0048 * size) * canvas.height();
    int top = (int) Math.max(0, y - radius);
    int bottom = (int) Math.min(canvas.height() - 1, y + radius + 1);
    int left = (int) Math.max(0, x - radius);
    int right = (int) Math.min(canvas.width() - 1, x + radius + 1);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double dx = (column - x) / radius;
        double dy = (row - y) / radius;
        double soft = 1 - dx * dx - dy * dy;
        if (soft > 0) {
          int strength = (int) (Math.min(1, soft * 1.6) * (120 + 110 * (1 - size)));
          brush.mix(column, row, SNOW_LIGHT, SNOW_BLUE, SNOW_RED, strength);
        }
      }
    }
  }
}
