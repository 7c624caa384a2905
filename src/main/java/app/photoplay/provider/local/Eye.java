package app.photoplay.provider.local;

/// One eye: its upper lid comes down, stretching the skin between brow and lid over the eye, and it
/// looks a little aside.
final class Eye {
  private static final double HALF_WIDTH = 0.25;
  private static final double UPPER = -0.098;
  private static final double LOWER = 0.075;

  /// The skin from here to the lid is stretched, unless a brow, a hat or a rim is nearer.
  private static final double BAND = 0.22;

  /// The least skin that is stretched: what hangs over the lid itself.
  private static final double NARROWEST = 0.05;

  private static final double SCARCE = 0.07;

  /// Where skin for such a lid is taken from, and how much of it.
  private static final double CHEEK = 0.16;

  private static final double FROM_CHEEK = 0.65;

  /// It begins softly.
  private static final double SOFT = 0.05;

  /// The height of the strips in which the skin's light is measured.
  private static final double STRIP = 0.02;

  /// What is darker than this part of the skin below it is not skin.
  private static final double DARK = 0.85;

  /// A brow lies on a lid that is darker than this part of what is above.
  private static final double SHADED = 0.75;

  /// The lid goes this part of the way down.
  private static final double REACH = 0.92;

  private static final double LASHES = 0.016;

  /// The brightness of black in pixels of the plate.
  private static final int BLACK = 16;

  /// What moves with the iris: less and less towards the lids and corners.
  private static final double BALL_WIDTH = 0.21;

  private static final double BALL_HEIGHT = 0.105;

  private final Plate plate;
  final Patch patch;
  private final double cos;
  private final double sin;
  private final int lash;
  private final double band;

  /// @param eye the face's coordinates with the eye's centre as origin
  Eye(Plate plate, FaceFrame eye) {
    this.plate = plate;
    this.patch = new Patch(plate, eye, -HALF_WIDTH, UPPER - BAND, HALF_WIDTH, LOWER + LASHES);
    this.cos = 256 * eye.cos() * eye.scale();
    this.sin = 256 * eye.sin() * eye.scale();
    this.lash = Pixels.of(0x1A0F0A);
    this.band = band();
  }

  /// How far the skin reaches above the lid: up to where it is darker than it was below. The bounds
  /// come from 25 photos and paintings whose closed eyes were looked at.
  private double band() {
    double[] light = lightAboveLid();
    double skin = 0;
    double brightest = 0;
    for (int strip = 0; strip < light.length; strip++) {
      brightest = Math.max(brightest, light[strip]);
      double above = strip * STRIP;
      if (above < NARROWEST) {
        skin = brightest;
      } else if (light[strip] < DARK * brightest) {
        return above < SCARCE ? NARROWEST : above;
      }
    }
    return skin < SHADED * brightest ? NARROWEST : BAND;
  }

  /// The mean light of strips from the lid upwards.
  private double[] lightAboveLid() {
    double[] light = new double[(int) Math.round(BAND / STRIP)];
    int[] pixels = new int[light.length];
    for (int i = 0; i < patch.u.length; i++) {
      double u = patch.u[i];
      int strip = (int) Math.floor((upper(u) - patch.v[i]) / STRIP);
      if (Math.abs(u) < HALF_WIDTH / 2 && strip >= 0 && strip < light.length) {
        int at = (patch.top + i / patch.width) * plate.width() + patch.left + i % patch.width;
        light[strip] += Pixels.light(plate.pixels()[at]) - BLACK;
        pixels[strip]++;
      }
    }
    for (int strip = 0; strip < light.length; strip++) {
      // a strip between two rows of a small face is as bright as the one below
      light[strip] =
          pixels[strip] > 0 ? light[strip] / pixels[strip] : light[Math.max(0, strip - 1)];
    }
    return light;
  }

  /// Where the upper lid is in the photo.
  private static double upper(double u) {
    return UPPER * (1 - u * u / (HALF_WIDTH * HALF_WIDTH));
  }

  /// Takes the photo's own eye again.
  void clear(int[] target) {
    patch.copy(plate.pixels(), target, plate.width());
  }

  /// Draws the whole patch.
  ///
  /// @param closed 0 to 1
  /// @param aside how far the iris is from where it is in the photo, along u, in units of the face
  void draw(double closed, double aside, int[] target) {
    clear(target);
    for (int y = 0; y < patch.height; y++) {
      for (int x = 0; x < patch.width; x++) {
        double u = patch.u[y * patch.width + x];
        double v = patch.v[y * patch.width + x];
        double arch = 1 - u * u / (HALF_WIDTH * HALF_WIDTH);
        double upper = upper(u);
        double start = upper - band;
        double line = closed > 0 ? upper + (LOWER * arch - upper) * REACH * closed : start;
        if (arch <= 0 || v < start || v > LOWER + LASHES) {
          continue;
        }
        int at = (patch.top + y) * plate.width() + patch.left + x;
        if (v > line) {
          double ball = bump(u / BALL_WIDTH) * bump(v / BALL_HEIGHT);
          if (ball > 0 && aside != 0) {
            target[at] = sample(x, y, -aside * ball, 0);
          }
        } else {
          // Most of the stretch is near the lid, where the skin was folded.
          double down = Math.min(1, (v - start) / (line - start));
          target[at] = sample(x, y, 0, (upper - line) * Math.pow(down, 1.25));
          if (band == NARROWEST && v > upper) {
            int below = sample(x, y, 0, CHEEK + (v - upper) / 2 - v);
            double part = FROM_CHEEK * Pixels.smoothstep((v - upper) / SOFT);
            target[at] = Pixels.mix(target[at], below, (int) (part * 256));
          }
        }
        if (closed > 0 && Math.abs(v - line) < LASHES) {
          double near = 1 - Math.abs(v - line) / LASHES;
          double dark = 0.45 * near * Math.min(1, closed * 1.5) * Math.min(1, arch * 2);
          target[at] = Pixels.mix(target[at], lash, (int) (dark * 256));
        }
      }
    }
  }

  private static double bump(double t) {
    double left = 1 - t * t;
    return left <= 0 ? 0 : left * left;
  }

  private int sample(int x, int y, double du, double dv) {
    int px = ((patch.left + x) << 8) + (int) (du * cos - dv * sin);
    int py = ((patch.top + y) << 8) + (int) (du * sin + dv * cos);
    px = Math.max(plate.left() << 8, Math.min(px, ((plate.right() - 1) << 8) - 1));
    py = Math.max(plate.top() << 8, Math.min(py, ((plate.bottom() - 1) << 8) - 1));
    return Pixels.sample(plate.pixels(), plate.width(), px, py);
  }
}
