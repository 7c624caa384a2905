/// The core vocabulary: what a job is, how a kind of job steps, and how it ends. Read `JobKind` and
/// `Progress` first.
///
/// ```
///            advance              advance
/// READY ──claim──> RUNNING ──> READY | WAITING (children) | DONE | FAILED | CANCELLED
///   ^                 │
///   └── retry, wait ──┘        a killed program leaves RUNNING; the next start makes it READY again
/// ```
///
/// Knows money, and nothing of chats, storage or providers.
@NullMarked
package app.photoplay.job;

import org.jspecify.annotations.NullMarked;
