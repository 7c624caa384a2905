package app.photoplay.media.net;

import java.util.Arrays;

/// The shape of a tensor. One of four dimensions (a batch of 1, rows, columns, channels) is kept as
/// planes, one for each channel; any other as a single plane in the order of its dimensions.
///
/// @param planes how many
/// @param rows of a plane; 1 where the tensor is no picture
/// @param columns of a plane
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Shape(int[] dimensions, int planes, int rows, int columns) {
  /// No activation of a network for pictures comes near it; what a damaged file says may.
  private static final long MOST_ELEMENTS = 1 << 24;

  static Shape of(int... dimensions) {
    long elements = 1;
    for (int each : dimensions) {
      if (each < 1 || (elements *= each) > MOST_ELEMENTS) {
        throw new BadNetworkException(
            "the network has a tensor of shape " + Arrays.toString(dimensions));
      }
    }
    return dimensions.length == 4 && dimensions[0] == 1
        ? new Shape(dimensions, dimensions[3], dimensions[1], dimensions[2])
        : new Shape(dimensions, 1, 1, (int) elements);
  }

  /// Elements of a plane.
  int area() {
    return rows * columns;
  }

  /// Elements of all planes.
  int elements() {
    return planes * area();
  }

  int rank() {
    return dimensions.length;
  }

  int last() {
    return rank() == 0 ? 1 : dimensions[rank() - 1];
  }

  boolean sameAs(Shape other) {
    return Arrays.equals(dimensions, other.dimensions);
  }

  @Override
  public String toString() {
    return Arrays.toString(dimensions);
  }
}
