package app.photoplay.engine;

import app.photoplay.job.Lane;
import java.util.Optional;

/// How much of a lane is served, and to whom.
///
/// @param most how many of its jobs run at a time: in this program, or of all programs on one
///   database together when `shared`
/// @param perPerson how many of them may be one person's while others could use the place
/// @param shared whether the limit is the provider's rather than this machine's; a job then keeps
///   its place for as long as its operation runs there
/// @param rate how quickly new jobs may begin
public record LaneRules(Lane lane, int most, int perPerson, boolean shared, Optional<Rate> rate) {
  public LaneRules {
    if (most < 1 || perPerson < 1) {
      throw new IllegalArgumentException(lane + " has no room");
    }
  }

  /// A lane of this machine, that one person may fill.
  public static LaneRules local(Lane lane, int most) {
    return new LaneRules(lane, most, most, false, Optional.empty());
  }

  /// A token bucket: so many at once, then so many a second.
  public record Rate(double perSecond, int burst) {
    public Rate {
      if (perSecond <= 0 || burst < 1) {
        throw new IllegalArgumentException("rate " + perSecond + ", burst " + burst);
      }
    }
  }
}
