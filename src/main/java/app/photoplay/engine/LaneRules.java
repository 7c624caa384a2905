package app.photoplay.engine;

import app.photoplay.job.Lane;
import java.util.Optional;
import java.util.Set;

/// How much of a lane is served, and to whom.
///
/// @param most how many of its jobs run at a time: in this program, or of all programs on one
///   database together when `shared`
/// @param perPerson how many of them may be one person's while others could use the place
/// @param shared whether the limit is the provider's rather than this machine's; a job then keeps
///   its place for as long as its operation runs there
/// @param rate how quickly new jobs may begin
/// @param account whose further lanes share its own limit, where it is `shared`
public record LaneRules(
    Lane lane,
    int most,
    int perPerson,
    boolean shared,
    Optional<Rate> rate,
    Optional<Account> account) {
  public LaneRules {
    if (most < 1 || perPerson < 1) {
      throw new IllegalArgumentException(lane + " has no room");
    }
  }

  /// A lane that shares no limit with others.
  public LaneRules(Lane lane, int most, int perPerson, boolean shared, Optional<Rate> rate) {
    this(lane, most, perPerson, shared, rate, Optional.empty());
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

  /// An account at a provider.
  ///
  /// @param name unique among lanes and accounts
  /// @param lanes all of its lanes
  /// @param most how many jobs of all these lanes run at a time, at least 1
  public record Account(String name, Set<Lane> lanes, int most) {
    public Account {
      lanes = Set.copyOf(lanes);
      if (most < 1) {
        throw new IllegalArgumentException(name + " has no room");
      }
    }
  }
}
