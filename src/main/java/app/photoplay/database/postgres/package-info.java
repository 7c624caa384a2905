/// PostgreSQL, which several programs share. Each of them is an instance: a row, a report every 2
/// seconds by the database's clock, and a session lock that ends with its process.
///
/// ```
///           lock and row              session lost: nothing is claimed or sent
///  joining ──────────────> living ──────────────────────────────────────────────> lost
///                            ^  ^                                                  │
///                            │  └──── lock got back, row still living ─────────────┤
///                            └─────── new id, steps broken off <── others buried it┘
///
///  others: lock free, or no report for 12 s ──> row's heartbeat 0 (and its session ended)
///          rows whose owner does not live are free: jobs run again, deliveries and updates are taken
/// ```
@NullMarked
package app.photoplay.database.postgres;

import org.jspecify.annotations.NullMarked;
