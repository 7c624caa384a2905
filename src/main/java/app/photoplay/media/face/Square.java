package app.photoplay.media.face;

/// A part of a picture as a network is shown it.
///
/// @param centre in pixels of the picture
/// @param side in pixels of the picture
/// @param roll how far it leans, in radians
record Square(Face.Point centre, double side, double roll) {
  /// Where a place of the square is in the picture.
  ///
  /// @param size into how many pixels the square is divided on each side
  Face.Point inPicture(double x, double y, int size) {
    double right = (x / size - 0.5) * side;
    double down = (y / size - 0.5) * side;
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    return new Face.Point(
        centre.x() + right * cos - down * sin, centre.y() + right * sin + down * cos);
  }
}
