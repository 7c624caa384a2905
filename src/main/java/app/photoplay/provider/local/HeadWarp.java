package app.photoplay.provider.local;

/// Bends the part of the canvas in which the head moves.
final class HeadWarp {
  private static final int CELL = Mesh.CELL;

  /// The neck, about which the head rolls.
  private static final double PIVOT = 1.5;

  /// The head is an ellipse around this height.
  private static final double MIDDLE = -0.55;

  private static final double HALF_WIDTH = 1.75;
  private static final double HALF_HEIGHT = 2.0;

  /// Its movement fades from here, in parts of the ellipse ...
  private static final double FADES = 0.55;

  /// ... and is gone here.
  private static final double GONE = 1.30;

  private final Plate plate;
  private final FaceFrame face;

  HeadWarp(Plate plate, FaceFrame face) {
    this.plate = plate;
    this.face = face;
  }

  /// Places the nodes around the head.
  void place(Mesh mesh, Camera camera, HeadMotion.Pose pose, SkinWarp skin) {
    mesh.flatten();
    double cell = CELL * camera.scale();
    double reach = GONE * face.scale();
    double wide = reach * Math.hypot(HALF_WIDTH * face.cos(), HALF_HEIGHT * face.sin());
    double high = reach * Math.hypot(HALF_WIDTH * face.sin(), HALF_HEIGHT * face.cos());
    double x = (face.x(0, MIDDLE) - camera.left()) / cell;
    double y = (face.y(0, MIDDLE) - camera.top()) / cell;
    int left = node(Math.floor(x - wide / cell) - 1, mesh.across);
    int right = node(Math.ceil(x + wide / cell) + 1, mesh.across);
    int top = node(Math.floor(y - high / cell) - 1, mesh.down);
    int bottom = node(Math.ceil(y + high / cell) + 1, mesh.down);
    double cos = Math.cos(pose.roll());
    double sin = -Math.sin(pose.roll());
    for (int j = top; j <= bottom; j++) {
      for (int i = left; i <= right; i++) {
        place(mesh, i, j, camera, pose, cos, sin, skin);
      }
    }
  }

  private static int node(double at, int count) {
    return (int) Math.clamp(at, 0, count - 1);
  }

  private void place(
      Mesh mesh,
      int i,
      int j,
      Camera camera,
      HeadMotion.Pose pose,
      double cos,
      double sin,
      SkinWarp skin) {
    double x = camera.left() + i * CELL * camera.scale();
    double y = camera.top() + j * CELL * camera.scale();
    double u = face.u(x, y);
    double v = face.v(x, y);
    double out = (v - MIDDLE) / HALF_HEIGHT;
    double square = u * u / (HALF_WIDTH * HALF_WIDTH) + out * out;
    boolean moves = square < GONE * GONE;
    if (moves) {
      double r = Math.sqrt(square);
      double weight = 1 - Pixels.smoothstep((r - FADES) / (GONE - FADES));
      double free = awayFromEdge(x, y);
      double near = Math.max(0, 1 - 1.1 * square);
      double below = v - PIVOT;
      double du = u * cos - below * sin - u - pose.across() - pose.yaw() * near;
      double dv = u * sin + below * cos - below - pose.down() - pose.pitch() * near;
      du *= weight * free;
      dv *= weight * free;
      double skinU = u + du;
      double skinV = v + dv;
      if (SkinWarp.reaches(skinU, skinV)) {
        du += free * skin.across(skinU, skinV);
        dv += free * skin.down(skinU, skinV);
      }
      x += (du * face.cos() - dv * face.sin()) * face.scale();
      y += (du * face.sin() + dv * face.cos()) * face.scale();
    }
    mesh.place(i, j, x, y, moves);
  }

  /// The photo's own edges stay where they are, or they would be seen to bend.
  private double awayFromEdge(double x, double y) {
    double nearest =
        Math.min(
            Math.min(x - plate.left(), plate.right() - x),
            Math.min(y - plate.top(), plate.bottom() - y));
    return Pixels.smoothstep(nearest / (0.35 * face.scale()));
  }
}
