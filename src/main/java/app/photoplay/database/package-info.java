/// Everything durable: a SQLite file or a PostgreSQL that several programs share, and how both are
/// brought up to date. Read `Database` first, then `Instance`.
///
/// ```
/// upkeep ──> sqlite, postgres ──> database ──> batch, sql
/// job ──> account, file ──> database
/// chat ──> file ──> database
/// ```
///
/// `upkeep` opens, checks and copies databases. `sqlite` (one writer, one program) and `postgres`
/// (a pool, groups of writes, instances) hold what differs. The stores behind the other packages'
/// ports are the same on both: `job`, `account`, `chat`, `file`. `batch` has the threads that
/// write, `sql` the words that all of them use.
///
/// A delivery and an update carry their owner, as a job does. Whoever wrote them owns them first.
/// Ownership is taken by an update under the condition that no living program has it.
///
/// Only this package and those in it see jOOQ and JDBC; no transaction leaves them, and nothing
/// here talks to any other network service.
@NullMarked
package app.photoplay.database;

import org.jspecify.annotations.NullMarked;
