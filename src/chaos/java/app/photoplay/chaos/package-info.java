/// Proves the engine's promises on real processes and databases: a scripted provider and chat that
/// log what they were given, workers that are killed at any moment, and a tally of what came of it.
/// Read `Chaos` first, then `Worker`.
///
/// ```
/// Chaos ──starts, kills──> Worker: real stores, engine, courier ──HTTP──> ProviderServer: logs
///   └── in the end ──> Tally: the logs against the database
/// ```
///
/// No part of the running bot.
@NullMarked
package app.photoplay.chaos;

import org.jspecify.annotations.NullMarked;
