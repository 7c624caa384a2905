package app.photoplay.chaos;

import app.photoplay.chaos.server.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What `photoplay chaos` was told.
///
/// @param config another `config.yaml`
/// @param lasting for how long workers are killed, unless `kills` says how often
/// @param freezes how often a worker is stopped for longer than its lease before that; `postgres`
///   only
/// @param cuts how often a worker is stopped and its line to the server cut; `postgres` only
/// @param postgres whether all workers share a PostgreSQL server instead of each having a SQLite
///   file
/// @param url of that server; empty = as configured
/// @param seed empty = any
/// @param broken the promise to break on purpose: `nothing`, `no-intent-log`, `no-fence`,
///   `check-then-debit`
/// @param storeFaults whether stores lose acknowledgements instead of workers being killed
/// @param server how the whole server is tried instead; empty = the bare workers are
record ChaosOptions(
    Optional<Path> config,
    Duration lasting,
    Optional<Integer> kills,
    int freezes,
    int cuts,
    boolean postgres,
    Optional<String> url,
    Optional<Long> seed,
    int workers,
    String broken,
    boolean storeFaults,
    Optional<Server> server) {
  /// How the whole server is tried.
  ///
  /// @param people how many write at once in a flood
  /// @param troubles which kinds of trouble there are
  /// @param launcher what starts it; empty = the launcher beside these sources
  record Server(int people, Set<Trouble> troubles, Optional<Path> launcher) {}
}
