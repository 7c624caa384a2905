package app.photoplay.media.net;

/// What an operation does to each element of what it computed.
enum Activation {
  NONE,
  RELU,
  RELU6;

  /// @param number as the schema has it
  static Activation of(int number) {
    return switch (number) {
      case 0 -> NONE;
      case 1 -> RELU;
      case 3 -> RELU6;
      default -> throw new BadNetworkException("the network has an activation " + number);
    };
  }

  void on(float[][] planes, int area) {
    if (this != NONE) {
      for (float[] plane : planes) {
        if (this == RELU) {
          bend(plane, plane, area, 0);
        } else {
          for (int i = 0; i < area; i++) {
            plane[i] = Math.clamp(plane[i], 0f, 6f);
          }
        }
      }
    }
  }

  /// What is positive as it is, what is negative times a slope. Without a branch, for the vector
  /// instructions' sake.
  static void bend(float[] from, float[] to, int area, float slope) {
    float straight = (1 + slope) / 2;
    float bent = (1 - slope) / 2;
    for (int i = 0; i < area; i++) {
      to[i] = straight * from[i] + bent * Math.abs(from[i]);
    }
  }
}
