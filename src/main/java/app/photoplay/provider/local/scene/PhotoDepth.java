package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.util.List;

/// A guess at how near the parts of a photo are: a face stands out before what is around it; below
/// a clear horizon the ground comes nearer row by row. Without either, everything is equally far
/// and nothing bends.
///
/// @param elsewhere the depth away from faces, far above a horizon, or everywhere
/// @param faces on the plate
/// @param horizon the plate's row, below 0 when there is none
record PhotoDepth(double elsewhere, List<Spot> faces, int horizon, int height) {
  static final double MIDDLE = 0.6;
  private static final double AROUND_A_FACE = 0.42;
  private static final double ABOVE_A_HORIZON = 0.35;

  /// A face comes out of what is around it from this part of its depth on.
  private static final double LEAST = 0.02;

  private static final double FARTHEST = -Math.log(LEAST) / 0.75;

  private static final Size SEARCHED = new Size(32, 96);

  /// A face's middle and width.
  record Spot(double x, double y, double wide) {}

  PhotoDepth {
    faces = List.copyOf(faces);
  }

  static PhotoDepth of(Picture plate, List<Spot> faces) {
    int horizon = faces.isEmpty() ? horizon(plate) : -1;
    double elsewhere = !faces.isEmpty() ? AROUND_A_FACE : horizon < 0 ? MIDDLE : ABOVE_A_HORIZON;
    return new PhotoDepth(elsewhere, faces, horizon, plate.height());
  }

  double at(double x, double y) {
    if (!faces.isEmpty()) {
      double near = 0;
      for (Spot face : faces) {
        double dx = (x - face.x()) / face.wide();
        // shoulders come forward with the head
        double dy = (y - face.y()) / (face.wide() * (y > face.y() ? 2.2 : 1.1));
        double square = dx * dx + dy * dy;
        near = square > FARTHEST ? near : Math.max(near, Math.exp(-0.75 * square));
      }
      return elsewhere + (1 - elsewhere) * Math.max(0, near - LEAST) / (1 - LEAST);
    }
    if (horizon < 0) {
      return elsewhere;
    }
    double below = Math.clamp((y - horizon) / (height - horizon), -0.25, 1);
    return elsewhere + (1 - elsewhere) * (below + 0.25) / 1.25;
  }

  /// The row at which the picture changes most from above to below along its whole width; none when
  /// no row stands out.
  private static int horizon(Picture plate) {
    int[] small = plate.scaledTo(SEARCHED).pixels();
    int rows = SEARCHED.height();
    double[] change = new double[rows];
    double sum = 0;
    int best = 0;
    for (int row = rows / 4; row < rows * 3 / 4; row++) {
      for (int column = 0; column < SEARCHED.width(); column++) {
        int above = small[(row - 1) * SEARCHED.width() + column];
        int below = small[(row + 1) * SEARCHED.width() + column];
        change[row] += Math.min(60, difference(above, below));
      }
      sum += change[row];
      best = change[row] > change[best] ? row : best;
    }
    double mean = sum / (rows / 2.0);
    return change[best] > 3.5 * mean && change[best] > 14.0 * SEARCHED.width()
        ? best * plate.height() / rows
        : -1;
  }

  private static int difference(int a, int b) {
    return Math.abs((a >> 16 & 255) - (b >> 16 & 255))
        + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
        + Math.abs((a & 255) - (b & 255));
  }
}
