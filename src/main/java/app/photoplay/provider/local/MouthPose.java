package app.photoplay.provider.local;

/// What a mouth does at one moment.
///
/// @param open 0 (lips meet) to 1
/// @param wide -1 (round) to 1 (spread)
/// @param tuck 1 when the lower lip is under the upper teeth, as for f and v
/// @param active 0 (lips as in the photo) to 1 (speaking, or between two sentences)
/// @param sober 1 when a smile in the photo comes down: while sounds are spoken
record MouthPose(double open, double wide, double tuck, double active, double sober) {
  double round() {
    return Math.max(0, -wide) * active;
  }

  double spread() {
    return Math.max(0, wide) * active;
  }
}
