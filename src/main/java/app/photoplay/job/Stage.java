package app.photoplay.job;

import java.util.Locale;

/// What a job is at, for the people who wait for it. Stored by its lower-case name.
public enum Stage {
  /// Accepted; its first step has not been done.
  ORDERED(false),
  PLANNING(false),
  PAINTING(false),
  SPEAKING(false),
  RENDERING(true),
  FILMING(true),
  /// The scenes of a film.
  SHOOTING(false),
  CUTTING(true),
  /// Whatever has no name of its own.
  WORKING(false);

  private final boolean measured;

  Stage(boolean measured) {
    this.measured = measured;
  }

  /// Whether the step itself reports how far it is; only then people are shown a percentage.
  public boolean measured() {
    return measured;
  }

  /// The stored form.
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stage of that stored form; of a job that was just made it is empty. What an older or newer
  /// version called otherwise is work, too.
  public static Stage of(String stored) {
    if (stored.isEmpty()) {
      return ORDERED;
    }
    for (Stage stage : values()) {
      if (stage.stored().equals(stored)) {
        return stage;
      }
    }
    return WORKING;
  }
}
