package app.photoplay.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a run of [Chaos] is.
///
/// @param lasting for how long workers are killed, when `kills` does not say how often
/// @param kills how often workers are killed, all together
/// @param workers how many run side by side, each on a data folder of its own, or all on `server`
/// @param server a PostgreSQL server, `jdbc:postgresql:...`; empty = SQLite
/// @param work an empty folder for databases and logs
/// @param command what starts Photoplay, up to its first argument
public record ChaosSettings(
    Duration lasting,
    Optional<Integer> kills,
    int workers,
    Optional<String> server,
    long seed,
    Break broken,
    Path work,
    List<String> command) {
  public ChaosSettings {
    command = List.copyOf(command);
  }
}
