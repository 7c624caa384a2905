package app.photoplay.engine;

import app.photoplay.job.Lane;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// How the engine works.
///
/// @param lanes how many jobs of each lane run at a time; a lane that is not named never runs
/// @param heavy lanes whose steps keep a core busy; they run on platform threads, so that the
///   virtual ones stay free
/// @param attempts how often a step is tried before its job ends, at least 1
/// @param longestPause the longest pause between two tries when the database does not answer
public record EngineSettings(
    Map<Lane, Integer> lanes, Set<Lane> heavy, int attempts, Duration longestPause) {
  public EngineSettings {
    lanes = Map.copyOf(lanes);
    heavy = Set.copyOf(heavy);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts " + attempts);
    }
  }
}
