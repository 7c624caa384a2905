package app.photoplay.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
    boolean storeFaults) {}
