/// Proves the engine's promises on real processes and databases: a scripted provider that counts
/// what it was paid for, workers that are killed at any moment, and a tally of what came of it.
/// Read `PaidKind` first.
///
/// No part of the running bot; knows no chat.
@NullMarked
package app.photoplay.chaos;

import org.jspecify.annotations.NullMarked;
