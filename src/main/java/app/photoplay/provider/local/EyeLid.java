package app.photoplay.provider.local;

/// Lowers one eye's upper lid: the skin between brow and lid is stretched over the eye.
final class EyeLid {
  private static final double HALF_WIDTH = 0.25;
  private static final double UPPER = -0.098;
  private static final double LOWER = 0.075;

  /// The skin from here to the lid is stretched; higher up there are brows.
  private static final double BAND = 0.22;

  /// The lid goes this part of the way down.
  private static final double REACH = 0.92;

  private static final double LASHES = 0.016;

  private final Plate plate;
  private final FaceFrame eye;
  final Patch patch;

  /// @param eye the face's coordinates with the eye's centre as origin
  EyeLid(Plate plate, FaceFrame eye) {
    this.plate = plate;
    this.eye = eye;
    this.patch = new Patch(plate, eye, -HALF_WIDTH, UPPER - BAND, HALF_WIDTH, LOWER + LASHES);
  }

  /// @param closed 0 to 1
  void draw(double closed, int[] target) {
    for (int y = 0; y < patch.height; y++) {
      for (int x = 0; x < patch.width; x++) {
        double u = patch.u[y * patch.width + x];
        double v = patch.v[y * patch.width + x];
        double arch = 1 - u * u / (HALF_WIDTH * HALF_WIDTH);
        double upper = UPPER * arch;
        double line = upper + (LOWER * arch - upper) * REACH * closed;
        double start = upper - BAND;
        if (arch <= 0 || v < start || v > line + LASHES) {
          continue;
        }
        // Most of the stretch is near the lid, where the skin was folded.
        double down = Math.min(1, (v - start) / (line - start));
        double moved = (line - upper) * Math.pow(down, 1.25);
        int colour = v > line ? sample(x, y, 0) : sample(x, y, -moved);
        double lash = 1 - Math.min(1, Math.abs(v - line) / LASHES);
        double dark = 0.45 * lash * Math.min(1, closed * 1.5) * Math.min(1, arch * 2);
        int at = (patch.top + y) * plate.width() + patch.left + x;
        target[at] = Pixels.mix(colour, 0x1A0F0A, (int) (dark * 256));
      }
    }
  }

  private int sample(int x, int y, double dv) {
    int px = (int) ((patch.left + x - dv * eye.sin() * eye.scale()) * 256);
    int py = (int) ((patch.top + y + dv * eye.cos() * eye.scale()) * 256);
    px = Math.max(plate.left() << 8, Math.min(px, ((plate.right() - 1) << 8) - 1));
    py = Math.max(plate.top() << 8, Math.min(py, ((plate.bottom() - 1) << 8) - 1));
    return Pixels.sample(plate.pixels(), plate.width(), px, py);
  }
}
