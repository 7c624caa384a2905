package app.photoplay.chaos;

import app.photoplay.database.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a run of [Chaos] is.
///
/// @param lasting for how long workers are killed, when `kills` does not say how often
/// @param kills how often workers are killed, all together
/// @param workers how many run side by side, each on a data folder of its own, or all on `server`
/// @param freezes how often a worker is stopped (SIGSTOP) for longer than its lease instead, on a
///   server only
/// @param cuts how often a worker is stopped and its line to the server cut, until others have
///   ended what it was doing, on a server only
/// @param server an empty PostgreSQL database; empty = SQLite
/// @param storeFaults whether nobody is killed, but the databases lose acknowledgements for as long
///   as it lasts
/// @param work an empty folder for databases and logs
/// @param command what starts Photoplay, up to its first argument
public record ChaosSettings(
    Duration lasting,
    Optional<Integer> kills,
    int freezes,
    int cuts,
    int workers,
    Optional<PostgresSettings> server,
    long seed,
    Break broken,
    boolean storeFaults,
    Path work,
    List<String> command) {
  public ChaosSettings {
    command = List.copyOf(command);
  }
}
