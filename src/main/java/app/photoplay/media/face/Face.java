package app.photoplay.media.face;

import java.util.Optional;

/// A face in a picture: where it is, how it leans and, where both are to be seen, the eyes, in
/// pixels of the picture.
///
/// @param x left edge of the upright square around the face's centre; the face fills it when it
///   does not lean
/// @param y upper edge of that square
/// @param roll how far the face leans, in radians; positive when the right eye is lower
/// @param eyes empty where they cannot be seen, as behind dark glasses
/// @param score how sure it is that this is a face, from 0 to 1; anything, where nobody searched
/// @param mesh the face's surface; there when [FaceFinder] found the face
public record Face(
    double x,
    double y,
    double width,
    double height,
    double roll,
    Optional<Eyes> eyes,
    double score,
    Optional<FaceMesh> mesh) {

  /// A face that somebody else found.
  public Face(
      double x,
      double y,
      double width,
      double height,
      double roll,
      Optional<Eyes> eyes,
      double score) {
    this(x, y, width, height, roll, eyes, score, Optional.empty());
  }

  /// A face that leans as its eyes do; upright when they were not found.
  public Face(double x, double y, double width, double height, Optional<Eyes> eyes, double score) {
    this(x, y, width, height, eyes.map(Eyes::roll).orElse(0.0), eyes, score);
  }

  /// A position in the picture.
  public record Point(double x, double y) {
    double distance(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  /// The centres of both eyes as the viewer sees them: `left` has the smaller x.
  public record Eyes(Point left, Point right) {
    /// How far they lean, in radians; positive when the right eye is lower.
    public double roll() {
      return Math.atan2(right.y - left.y, right.x - left.x);
    }
  }

  public Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }

  /// The eyes, or where they must be in a face of this place and lean.
  public Eyes eyesOrUsual() {
    return eyes.or(() -> mesh.map(FaceMesh::eyes))
        .orElseGet(() -> new Eyes(usual(-0.20), usual(0.20)));
  }

  /// A usual eye, aside from the face's middle by a share of its width.
  private Point usual(double aside) {
    double up = -0.115;
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    return new Point(
        x + width * (0.5 + aside * cos - up * sin), y + height * (0.5 + aside * sin + up * cos));
  }
}
