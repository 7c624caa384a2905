package app.photoplay.media;

import java.util.Optional;

/// A face in a picture: a square box and, where both were seen, the eyes, in pixels of the picture.
///
/// @param x left edge of the box
/// @param y upper edge of the box
/// @param eyes empty when fewer than two eyes were found
/// @param neighbours how many search windows agreed; true faces have 20 to 40, chance hits under 5
public record Face(
    double x, double y, double width, double height, Optional<Eyes> eyes, int neighbours) {

  /// A position in the picture.
  public record Point(double x, double y) {}

  /// The centres of both eyes as the viewer sees them: `left` has the smaller x.
  public record Eyes(Point left, Point right) {}
}
