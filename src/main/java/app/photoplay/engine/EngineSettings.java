package app.photoplay.engine;

import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How the engine works.
///
/// @param lanes what is served; a lane that is not named never runs, but for [Lane#LATE]
/// @param heavy lanes whose steps keep a core busy; they run on platform threads, so that the
///   virtual ones stay free
/// @param attempts how often a step is tried before its job ends, at least 1
/// @param longestPause the longest pause between two tries when the database does not answer, at
///   least 0.1 s
/// @param aging how long a job waits in one priority class before it is moved up
/// @param reconciling how often what runs on disk in this program's name is compared with what the
///   program is really doing
/// @param sending how many submissions may be on the wire to one provider; after a crash that many
///   may have an unknown outcome
/// @param sendingBlind the same for a provider of [PaidCall.Idempotency#NONE]
public record EngineSettings(
    List<LaneRules> lanes,
    Set<Lane> heavy,
    int attempts,
    Duration longestPause,
    Duration aging,
    Duration reconciling,
    int sending,
    int sendingBlind) {
  private static final int MOST_LATE = 10_000;

  public EngineSettings {
    lanes = withLate(lanes);
    heavy = Set.copyOf(heavy);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts " + attempts);
    }
  }

  /// With the usual figures: 5 attempts, pauses up to 30 s, moved up after 10 minutes, reconciled
  /// every 5 s, 16 and 4 submissions on the wire.
  public static EngineSettings of(List<LaneRules> lanes, Set<Lane> heavy) {
    return new EngineSettings(
        lanes,
        heavy,
        5,
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ofSeconds(5),
        16,
        4);
  }

  /// The same, reconciled that often.
  public EngineSettings reconciledEach(Duration time) {
    return new EngineSettings(
        lanes, heavy, attempts, longestPause, aging, time, sending, sendingBlind);
  }

  private static List<LaneRules> withLate(List<LaneRules> lanes) {
    List<LaneRules> all = new ArrayList<>(lanes);
    if (lanes.stream().noneMatch(it -> it.lane().equals(Lane.LATE))) {
      all.add(LaneRules.local(Lane.LATE, MOST_LATE));
    }
    return List.copyOf(all);
  }

  /// The limit of submissions on the wire.
  int sending(PaidCall.Idempotency idempotency) {
    return idempotency == PaidCall.Idempotency.NONE ? sendingBlind : sending;
  }
}
