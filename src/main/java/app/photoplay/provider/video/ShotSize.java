package app.photoplay.provider.video;

/// How much of a place a shot shows, in the terms of film crews.
public enum ShotSize {
  EXTREME_WIDE,
  WIDE,
  MEDIUM,
  CLOSE_UP
}
