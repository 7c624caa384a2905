package app.photoplay.media.face;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The surface of a face as 468 points, numbered as in MediaPipe's face mesh. Left and right are as
/// the viewer sees them. Immutable.
///
/// Points are there for what cannot be seen as well (behind dark glasses, under a beard): the
/// network guesses them from the rest.
public final class FaceMesh {
  private final double[] coordinates;
  private final Optional<Irises> irises;

  /// @param coordinates x, y, z of each point
  FaceMesh(double[] coordinates, Optional<Irises> irises) {
    this.coordinates = coordinates;
    this.irises = irises;
  }

  /// A part of the face as a line through some points; the numbers say how it runs.
  @SuppressWarnings("ImmutableEnumChecker") // the numbers are written once and never handed out
  public enum Part {
    /// Around the red of both lips, from the left corner under the mouth and back above it.
    LIPS_OUTSIDE(
        true, 61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40,
        185),
    /// Where the lips meet or the mouth's inside begins, as above.
    LIPS_INSIDE(
        true, 78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80,
        191),
    /// From the outer corner along the lower lid and back along the upper one.
    LEFT_EYE(true, 33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    RIGHT_EYE(true, 263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
    /// From its outer end along the upper edge and back along the lower one.
    LEFT_BROW(true, 70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
    RIGHT_BROW(true, 300, 293, 334, 296, 336, 285, 295, 282, 283, 276),
    /// From the forehead's middle over the right cheek to the chin and back.
    OUTLINE(
        true, 10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400,
        377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
    /// From between the eyes to its tip.
    NOSE_RIDGE(false, 168, 6, 197, 195, 5, 4, 1);

    private final boolean closed;
    private final int[] numbers;

    Part(boolean closed, int... numbers) {
      this.closed = closed;
      this.numbers = numbers;
    }

    /// Whether the line ends where it began.
    public boolean isClosed() {
      return closed;
    }

    /// The numbers of its points, in order.
    public List<Integer> points() {
      return Arrays.stream(numbers).boxed().toList();
    }
  }

  /// The coloured rings of both eyes; there when the face was looked at closely.
  public record Irises(Iris left, Iris right) {}

  /// One of them.
  ///
  /// @param radius in pixels of the picture
  public record Iris(Face.Point centre, double radius) {}

  /// Where a point is in the picture.
  ///
  /// @param number from 0 to 467
  public Face.Point point(int number) {
    return new Face.Point(coordinates[3 * number], coordinates[3 * number + 1]);
  }

  /// How far a point is behind the middle of the head, in pixels of the picture; negative before
  /// it. Guessed from the picture like the rest.
  public double depth(int number) {
    return coordinates[3 * number + 2];
  }

  public List<Face.Point> line(Part part) {
    return IntStream.of(part.numbers).mapToObj(this::point).toList();
  }

  public Optional<Irises> irises() {
    return irises;
  }

  /// The middle between each eye's corners.
  public Face.Eyes eyes() {
    return new Face.Eyes(
        middle(FacePoints.LEFT_EYE_OUTSIDE, FacePoints.LEFT_EYE_INSIDE),
        middle(FacePoints.RIGHT_EYE_INSIDE, FacePoints.RIGHT_EYE_OUTSIDE));
  }

  /// Where the lips meet, in the middle between the mouth's corners; in an open mouth its middle.
  public Face.Point mouth() {
    Face.Point corners = middle(FacePoints.LEFT_MOUTH_CORNER, FacePoints.RIGHT_MOUTH_CORNER);
    Face.Point lips = middle(FacePoints.UPPER_LIP, FacePoints.LOWER_LIP);
    double lean = eyes().roll();
    double down =
        (lips.y() - corners.y()) * Math.cos(lean) - (lips.x() - corners.x()) * Math.sin(lean);
    return new Face.Point(corners.x() - down * Math.sin(lean), corners.y() + down * Math.cos(lean));
  }

  private Face.Point middle(int one, int other) {
    Face.Point a = point(one);
    Face.Point b = point(other);
    return new Face.Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  /// From the middle of the forehead's upper edge to the chin, in pixels.
  double length() {
    return point(FacePoints.FOREHEAD).distance(point(FacePoints.CHIN));
  }

  /// The square around all points, leaning as the eyes do.
  Square around() {
    double roll =
        new Face.Eyes(point(FacePoints.LEFT_EYE_OUTSIDE), point(FacePoints.RIGHT_EYE_OUTSIDE))
            .roll();
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < coordinates.length; i += 3) {
      double u = cos * coordinates[i] + sin * coordinates[i + 1];
      double v = cos * coordinates[i + 1] - sin * coordinates[i];
      left = Math.min(left, u);
      right = Math.max(right, u);
      top = Math.min(top, v);
      bottom = Math.max(bottom, v);
    }
    double u = (left + right) / 2;
    double v = (top + bottom) / 2;
    Face.Point centre = new Face.Point(cos * u - sin * v, sin * u + cos * v);
    return new Square(centre, Math.max(right - left, bottom - top), roll);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FaceMesh mesh
        && Arrays.equals(coordinates, mesh.coordinates)
        && irises.equals(mesh.irises);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }
}
