/// Everything durable: a SQLite file or a PostgreSQL that several programs share, their migrations,
/// and the stores behind the other packages' ports. Read `Database` first, then `Instance`.
///
/// The tables and the stores are the same on both. What differs stands in `SqliteDatabase` (one
/// writer, one program), `PostgresDatabase` (a pool, groups of writes) and `Locking` (rows that are
/// read to be written are locked where several write).
///
/// On PostgreSQL each program is an instance: a row, a report every 2 seconds by the database's
/// clock, and a session lock that ends with its process.
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
///
/// A delivery and an update carry their owner, too. Whoever wrote them owns them first. Ownership
/// is taken by an update under the condition that no living program has it.
///
/// Only this package sees jOOQ and JDBC; no transaction leaves it, and nothing here talks to any
/// other network service.
@NullMarked
package app.photoplay.database;

import org.jspecify.annotations.NullMarked;
