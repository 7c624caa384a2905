package app.photoplay.media.picture;

/// Three rows of three numbers: from one set of primaries to another.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Matrix(double[] cells) {
  private static final double[] D65 = {0.3127, 0.3290};

  /// From XYZ to the answers of the eye's three cones, as Bradford measured them.
  private static final Matrix CONES =
      new Matrix(
          new double[] {0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296});

  /// From linear light in some primaries to that of sRGB.
  ///
  /// @param places x and y of white, red, green and blue (CIE 1931)
  /// @throws ArithmeticException when they are no primaries
  static Matrix toSrgb(double... places) {
    Matrix srgb = toXyz(D65[0], D65[1], 0.64, 0.33, 0.30, 0.60, 0.15, 0.06);
    double[] white = xyz(places[0], places[1]);
    double[] wanted = xyz(D65[0], D65[1]);
    CONES.apply(white);
    CONES.apply(wanted);
    Matrix adapted =
        CONES
            .inverse()
            .times(diagonal(wanted[0] / white[0], wanted[1] / white[1], wanted[2] / white[2]))
            .times(CONES);
    return srgb.inverse().times(adapted).times(toXyz(places));
  }

  private static Matrix toXyz(double... places) {
    Matrix corners = new Matrix(new double[9]);
    for (int i = 0; i < 3; i++) {
      double[] corner = xyz(places[2 + 2 * i], places[3 + 2 * i]);
      for (int row = 0; row < 3; row++) {
        corners.cells[3 * row + i] = corner[row];
      }
    }
    double[] shares = xyz(places[0], places[1]);
    corners.inverse().apply(shares);
    return corners.times(diagonal(shares[0], shares[1], shares[2]));
  }

  private static double[] xyz(double x, double y) {
    if (!(y > 0)) {
      throw new ArithmeticException("no colour at " + x + ", " + y);
    }
    return new double[] {x / y, 1, (1 - x - y) / y};
  }

  private static Matrix diagonal(double first, double second, double third) {
    return new Matrix(new double[] {first, 0, 0, 0, second, 0, 0, 0, third});
  }

  /// Changes three numbers.
  void apply(double[] of) {
    double first = of[0];
    double second = of[1];
    double third = of[2];
    for (int row = 0; row < 3; row++) {
      of[row] = cells[3 * row] * first + cells[3 * row + 1] * second + cells[3 * row + 2] * third;
    }
  }

  private Matrix times(Matrix other) {
    double[] product = new double[9];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 3; k++) {
        product[i] += cells[i / 3 * 3 + k] * other.cells[3 * k + i % 3];
      }
    }
    return new Matrix(product);
  }

  private Matrix inverse() {
    double[] inverse = new double[9];
    double whole = 0;
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        inverse[3 * k + i] = minor(i, k);
      }
      whole += cells[i] * minor(0, i);
    }
    if (!(Math.abs(whole) > 1e-9)) {
      throw new ArithmeticException("primaries on one line");
    }
    for (int i = 0; i < 9; i++) {
      inverse[i] /= whole;
    }
    return new Matrix(inverse);
  }

  private double minor(int row, int column) {
    return at(row + 1, column + 1) * at(row + 2, column + 2)
        - at(row + 1, column + 2) * at(row + 2, column + 1);
  }

  private double at(int row, int column) {
    return cells[row % 3 * 3 + column % 3];
  }
}
